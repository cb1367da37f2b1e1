import type { MarkType, NodeType } from '@tiptap/pm/model';
import * as Y from 'yjs';
import { markForms, markOf } from './allowed.ts';
import type { Flaw } from './flaws.ts';
import { noteSchema } from './note-schema.ts';

type Run = { insert?: unknown; attributes?: Record<string, unknown> };

/** What is wrong with the words of a block of this type: things that are no words, and marks that are none of a note's. */
export function inspectText(text: Y.XmlText, type: NodeType, path: string, flaws: Flaw[]): void {
  for (const [key, { deleted }] of text._map) {
    if (!deleted) flaws.push({ what: 'attribute', path: `${path}@${key}`, fix: () => text.removeAttribute(key) });
  }
  let at = 0;
  for (const { insert, attributes } of text.toDelta() as Run[]) {
    if (typeof insert !== 'string') continue;
    const from = at;
    at += insert.length;
    const format = (key: string, value: unknown) => text.format(from, insert.length, { [key]: value });
    if (attributes) inspectMarks(attributes, type, `${path}:${from}`, format, flaws);
  }
  // Noted last and mended first: the places above count words alone.
  const odd = oddItems(text);
  if (odd.length > 0) {
    const what = odd.some(({ countable }) => countable) ? 'node' : 'mark';
    flaws.push({ what, path: `${path}:?`, fix: () => take(text, odd) });
  }
}

/**
 * What is neither a word nor a known mark. Some of what Yjs can hold in a text is in no delta, and a mark called `__proto__` would lend
 * its own to whoever reads one.
 */
function oddItems(text: Y.XmlText): Y.Item[] {
  const odd: Y.Item[] = [];
  for (let item = text._start; item !== null; item = item.right) {
    const { content, deleted } = item;
    const isKnown =
      content instanceof Y.ContentFormat ? markOf(content.key) !== null : content instanceof Y.ContentString;
    if (!deleted && !isKnown) odd.push(item);
  }
  return odd;
}

const take = (text: Y.XmlText, items: readonly Y.Item[]): void =>
  text.doc?.transact(transaction => {
    for (const item of items) item.delete(transaction);
  });

/** Marks in the order of the schema: of two that exclude each other, the first stays. */
function inspectMarks(
  attributes: Record<string, unknown>,
  type: NodeType,
  path: string,
  format: (key: string, value: unknown) => void,
  flaws: Flaw[],
): void {
  const kept: { mark: MarkType; key: string; value: unknown }[] = [];
  const keys = Object.keys(attributes).sort((a, b) => rankOf(a) - rankOf(b) || (a < b ? -1 : 1));
  for (const key of keys) {
    const name = markOf(key);
    const mark = name === null ? undefined : noteSchema.marks[name];
    if (!mark || !name) continue;
    const out = (what: Flaw['what']) => flaws.push({ what, path: `${path}#${key}`, fix: () => format(key, null) });
    if (!type.allowsMarkType(mark)) out('mark');
    else if (!isSound(name, attributes[key])) inspectValue(name, key, attributes[key], path, format, flaws, out);
    else if (kept.some(other => clash(other, { mark, value: attributes[key] }))) out('clash');
    else kept.push({ mark, key, value: attributes[key] });
  }
}

/** A link whose address is right keeps it and loses the rest; any other mark of a wrong form goes. */
function inspectValue(
  name: string,
  key: string,
  value: unknown,
  path: string,
  format: (key: string, value: unknown) => void,
  flaws: Flaw[],
  out: (what: Flaw['what']) => void,
): void {
  const bare = { href: (value as { href?: unknown } | null)?.href };
  if (name !== 'link') out('mark');
  else if (isSound('link', bare)) flaws.push({ what: 'attribute', path: `${path}#link`, fix: () => format(key, bare) });
  else out('link');
}

const isSound = (name: string, value: unknown): boolean => markForms[name]?.safeParse(value).success ?? false;

const marksInOrder = Object.keys(noteSchema.marks);
const rankOf = (key: string): number => marksInOrder.indexOf(markOf(key) ?? '');

type Held = { mark: MarkType; value: unknown };

/** Two marks that cannot lie on the same words; two of one type can, when they may overlap and differ. */
function clash(one: Held, other: Held): boolean {
  if (one.mark !== other.mark) return one.mark.excludes(other.mark) || other.mark.excludes(one.mark);
  return one.mark.excludes(one.mark) || JSON.stringify(one.value) === JSON.stringify(other.value);
}
