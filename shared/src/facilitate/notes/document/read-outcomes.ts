import * as Y from 'yjs';
import { Id } from '../../../kernel/ids.ts';
import { Language } from '../../../kernel/languages.ts';
import { line, paragraph } from '../../../kernel/text.ts';
import { limits } from '../../../limits.ts';
import { Day, type OutcomeKind, outcomeKinds, type WrittenOutcome } from '../outcomes.ts';
import { digest } from './digest.ts';

const lineOf = (max: number) => {
  const schema = line(max, 0);
  return (value: unknown): string => {
    const parsed = schema.safeParse(cut(typeof value === 'string' ? value : '', max));
    return parsed.success ? parsed.data : '';
  };
};
const title = lineOf(limits.outcomeTitleGraphemes);
const name = lineOf(limits.nameGraphemes);
const textSchema = paragraph(limits.outcomeTextGraphemes);

/** What a text of somebody's is cut to before it is cleaned: as many code points as graphemes are allowed, which is never too many. */
const cut = (value: string, max: number): string => [...value.slice(0, max * 2)].slice(0, max).join('');

/**
 * An outcome as it is written in a document, whatever its element holds: what is too long is cut, what has a wrong form is
 * left out. Null for an element without an id of the right form.
 */
export function readOutcome(element: Y.XmlElement, id: string): WrittenOutcome {
  const attribute = (key: string): unknown => element.getAttribute(key);
  const [first, second, third] = element.toArray();
  const said = saidBy(first, second);
  return {
    outcome: id,
    kind: outcomeKinds.find(kind => kind === attribute('kind')) ?? ('practice' satisfies OutcomeKind),
    ...said,
    language: accepted(Language, attribute('language')),
    people: ids(attribute('people'), limits.peoplePerOutcome),
    municipality: name(attribute('municipality')) || null,
    subtopic: name(attribute('subtopic')) || null,
    owner: accepted(Id, attribute('owner')),
    due: accepted(Day, attribute('due')),
    translation: third instanceof Y.XmlElement ? translationOf(third, digest(said)) : null,
    from: ids(attribute('from'), limits.outcomesMerged),
  };
}

/** The id that an outcome's element names; null for none of the right form. */
export const idOf = (element: Y.XmlElement): string | null => accepted(Id, element.getAttribute('id'));

function translationOf(element: Y.XmlElement, now: string): WrittenOutcome['translation'] {
  const [first, second] = element.toArray();
  const language = accepted(Language, element.getAttribute('language'));
  const said = saidBy(first, second);
  if (!language || (!said.title && !said.text)) return null;
  return { language, ...said, older: element.getAttribute('of') !== now };
}

type Part = Y.XmlElement | Y.XmlText | Y.XmlHook | undefined;

function saidBy(first: Part, second: Part): Said {
  const paragraphs = second instanceof Y.XmlElement ? second.toArray().map(textOf) : [];
  return saidIn(first ? textOf(first) : '', paragraphs);
}

type Said = { title: string; text: string };

/** What an outcome says, from the words of its title and of its paragraphs: what digests are made of, on the server as in editors. */
export function saidIn(first: string, paragraphs: readonly string[]): Said {
  const text = textSchema.safeParse(cut(paragraphs.join('\n'), limits.outcomeTextGraphemes));
  return { title: title(first), text: text.success ? text.data : '' };
}

/** The words of an element, without those that somebody suggests to add. */
function textOf(part: Y.XmlElement | Y.XmlText | Y.XmlHook): string {
  if (part instanceof Y.XmlText) return wordsOf(part);
  if (!(part instanceof Y.XmlElement)) return '';
  return part.nodeName === 'hardBreak' ? '\n' : part.toArray().map(textOf).join('');
}

type Run = { insert?: unknown; attributes?: Record<string, unknown> };

const wordsOf = (text: Y.XmlText): string =>
  (text.toDelta() as Run[])
    .map(({ insert, attributes }) => (typeof insert === 'string' && !attributes?.insertion ? insert : ''))
    .join('');

function accepted<Value>(
  schema: { safeParse(value: unknown): { success: true; data: Value } | { success: false } },
  value: unknown,
): Value | null {
  const parsed = schema.safeParse(value);
  return parsed.success ? parsed.data : null;
}

const ids = (value: unknown, max: number): string[] =>
  Array.isArray(value) ? [...new Set(value.filter(id => Id.safeParse(id).success))].slice(0, max) : [];
