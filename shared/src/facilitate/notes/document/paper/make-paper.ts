import type { Mark, Node } from '@tiptap/pm/model';
import { directionOf, type TextDirection } from '../../../../kernel/direction.ts';
import type { Language } from '../../../../kernel/languages.ts';
import type { OutcomeKind } from '../../outcomes.ts';
import { type PromptKey, prompts } from '../../templates.ts';
import { digest } from '../digest.ts';
import { saidIn } from '../read-outcomes.ts';
import type { Block, Item, Look, OutcomeBlock, Paper, Run, Said } from './paper.ts';
import { laidOut } from './table-grid.ts';
import { words as catalogue, type Words } from './words.ts';

/** What a file is made from, besides the note. `people`: names by id; who is not among them is nameless. */
export type PaperFrame = {
  title: string;
  details: readonly string[];
  language: Language;
  people: Readonly<Record<string, string>>;
};

type Context = { words: Words; language: Language; dir: TextDirection; nameOf(person: unknown): string };

/** The direction in which a language of the interface is written. */
const directionOfLanguage = (language: Language): TextDirection => (language === 'ar' ? 'rtl' : 'ltr');

/** A note that the schema accepts, as blocks in the language of a file: people by name, prompts and labels in its words. */
export function makePaper(note: Node, { title, details, language, people }: PaperFrame): Paper {
  const words = catalogue[language];
  const dir = directionOfLanguage(language);
  const nameOf = (person: unknown) =>
    typeof person === 'string' && Object.hasOwn(people, person) ? (people[person] as string) : words.nameless;
  return { title, details, language, dir, blocks: blocksIn(note, { words, language, dir, nameOf }) };
}

const blocksIn = (node: Node, context: Context): Block[] => node.children.flatMap(child => blockOf(child, context));

function blockOf(node: Node, context: Context): Block[] {
  switch (node.type.name) {
    case 'paragraph':
      return [{ kind: 'paragraph', dir: dirOf(node, context), runs: runsIn(node, context) }];
    case 'heading':
      return [{ kind: 'heading', level: node.attrs.level, dir: dirOf(node, context), runs: runsIn(node, context) }];
    case 'prompt':
      return promptOf(node, context);
    case 'codeBlock':
      return [{ kind: 'code', text: node.textContent }];
    case 'horizontalRule':
      return [{ kind: 'rule' }];
    case 'blockquote':
      return [{ kind: 'quote', dir: dirOf(node, context), blocks: blocksIn(node, context) }];
    case 'bulletList':
    case 'orderedList':
    case 'taskList':
      return [listOf(node, context)];
    case 'table':
      return [tableOf(node, context)];
    case 'outcome':
      return [outcomeOf(node, context)];
    default:
      return [];
  }
}

function promptOf(node: Node, { language, dir }: Context): Block[] {
  const { prompt } = node.attrs;
  if (typeof prompt !== 'string' || !Object.hasOwn(prompts, prompt)) return [];
  return [{ kind: 'heading', level: 3, dir, runs: [{ text: prompts[prompt as PromptKey][language] ?? '' }] }];
}

const markers = { bulletList: 'bullet', orderedList: 'number', taskList: 'task' } as const;

function listOf(node: Node, context: Context): Block {
  const marker = markers[node.type.name as keyof typeof markers];
  const items = node.children.map((item): Item => {
    return { done: marker === 'task' ? item.attrs.checked === true : null, blocks: blocksIn(item, context) };
  });
  return { kind: 'list', dir: dirOf(node, context), marker, start: Number(node.attrs.start ?? 1), items };
}

function tableOf(node: Node, context: Context): Block {
  const rows = node.children.map(row =>
    row.children.map(cell => ({
      isHeading: cell.type.name === 'tableHeader',
      columns: Number(cell.attrs.colspan),
      rows: Number(cell.attrs.rowspan),
      align: cell.attrs.align,
      blocks: blocksIn(cell, context),
    })),
  );
  return { kind: 'table', dir: dirOf(node, context), ...laidOut(rows) };
}

/** How a block runs: as somebody has set it, else as its first letters do, else as the file does. */
function dirOf(node: Node, { dir }: Context): TextDirection {
  return node.attrs.dir ?? directionOf(node.textBetween(0, node.content.size, '\n')) ?? dir;
}

const setBy: Record<string, (mark: Mark) => Look> = {
  bold: () => ({ bold: true }),
  italic: () => ({ italic: true }),
  underline: () => ({ underline: true }),
  strike: () => ({ strike: true }),
  code: () => ({ code: true }),
  link: ({ attrs }) => (typeof attrs.href === 'string' ? { link: attrs.href } : {}),
  insertion: () => ({ change: 'added' }),
  deletion: () => ({ change: 'removed' }),
};
const lookOf = (marks: readonly Mark[]): Look =>
  Object.assign({}, ...marks.map(mark => setBy[mark.type.name]?.(mark) ?? {}));

/** The words of a block; neighbours that look alike are one run, such as words with and without a comment. */
function runsIn(node: Node, context: Context): Run[] {
  const runs: Run[] = [];
  for (const child of node.children) {
    const run = runOf(child, context);
    const last = runs.at(-1);
    if (last && !run.name && run.text !== '\n' && last.text !== '\n' && looksAlike(last, run)) last.text += run.text;
    else runs.push(run);
  }
  return runs;
}

function runOf(node: Node, { nameOf }: Context): Run {
  const look = lookOf(node.marks);
  if (node.type.name === 'hardBreak') return { text: '\n', ...look };
  if (node.type.name === 'mention') return { text: nameOf(node.attrs.person), ...look, name: true };
  // Within words a line feed is a blank, as the editor shows it.
  return { text: (node.text ?? '').replaceAll('\n', ' '), ...look };
}

function looksAlike({ text: _one, ...one }: Run, { text: _other, ...other }: Run): boolean {
  const keys = Object.keys(one) as (keyof Look)[];
  return keys.length === Object.keys(other).length && keys.every(key => one[key] === other[key]);
}

function outcomeOf(node: Node, context: Context): OutcomeBlock {
  const { words } = context;
  const { kind, language, ...attrs } = node.attrs;
  const [title, body, translation] = node.children;
  return {
    kind: 'outcome',
    outcome: kind as OutcomeKind,
    label: words.kinds[kind as OutcomeKind],
    ...saidBy(title, body, language, context),
    fields: fieldsOf(node.attrs, context),
    translation: translation ? translationOf(translation, node, context) : null,
    source: { kind, language, ...attrs, ...(translation && { translation: translation.attrs }) },
  };
}

function saidBy(title: Node | undefined, body: Node | undefined, language: unknown, context: Context): Said {
  return {
    title: title?.textContent ?? '',
    dir: (title && title.childCount > 0 ? dirOf(title, context) : body && dirOf(body, context)) ?? context.dir,
    blocks: body ? blocksIn(body, context) : [],
    language: isLanguage(language) ? language : null,
  };
}

function translationOf(node: Node, original: Node, context: Context): OutcomeBlock['translation'] {
  const { words } = context;
  const { language, of } = node.attrs;
  const [title, body] = node.children;
  const said = saidBy(title, body, language, context);
  return {
    ...said,
    label: said.language ? words.languages[said.language] : words.secondLanguage,
    note: of === digest(plainly(original)) ? null : words.older,
  };
}

/** What an outcome says in its first language, as it is read for the register. */
function plainly(outcome: Node): { title: string; text: string } {
  const [title, body] = outcome.children;
  return saidIn(title?.textContent ?? '', (body?.children ?? []).map(plainText));
}

const plainText = (paragraph: Node): string =>
  paragraph.children
    .map(({ type, text, marks }) => {
      if (type.name === 'hardBreak') return '\n';
      return marks.some(mark => mark.type.name === 'insertion') ? '' : (text ?? '');
    })
    .join('');

function fieldsOf(attrs: Node['attrs'], { words, language, dir, nameOf }: Context): OutcomeBlock['fields'] {
  const people = (attrs.people as unknown[]).map(nameOf);
  const list = new Intl.ListFormat(language, { type: 'unit', style: 'short' });
  const fields: [label: string, value: string | null][] = [
    [words.owner, attrs.owner && nameOf(attrs.owner)],
    [words.due, attrs.due && dayIn(language, attrs.due)],
    [words.people, people.length > 0 ? list.format(people) : null],
    [words.municipality, attrs.municipality],
    [words.subtopic, attrs.subtopic],
  ];
  return fields.flatMap(([label, value]) => (value ? [{ label, value, dir: directionOf(value) ?? dir }] : []));
}

/** A calendar day in the words of a language. */
const dayIn = (language: Language, day: string): string =>
  new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  );

const isLanguage = (value: unknown): value is Language => typeof value === 'string' && Object.hasOwn(catalogue, value);
