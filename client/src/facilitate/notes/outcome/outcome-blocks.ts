import type { OutcomeKind } from '@multaqa/shared/facilitate/notes/outcomes';
import type { Language } from '@multaqa/shared/kernel/languages';
import { graphemes } from '@multaqa/shared/kernel/text';
import { limits } from '@multaqa/shared/limits';
import type { Node, Schema } from '@tiptap/pm/model';
import { type EditorState, NodeSelection, TextSelection, type Transaction } from '@tiptap/pm/state';

/** Where an outcome stands in a note: its place and its node; null where there is none. */
export type OutcomeAt = { node: Node; at: number };

/** The outcomes of a note, in their order; they are blocks at its top. */
export function placedOutcomes(doc: Node): OutcomeAt[] {
  const found: OutcomeAt[] = [];
  doc.forEach((node, at) => {
    if (node.type.name === 'outcome') found.push({ node, at });
  });
  return found;
}

/** The outcome that the caret is in, or that is chosen. */
export function outcomeAt({ selection }: Pick<EditorState, 'selection'>): OutcomeAt | null {
  if (selection instanceof NodeSelection && selection.node.type.name === 'outcome')
    return { node: selection.node, at: selection.from };
  const { $from } = selection;
  return $from.depth > 0 && $from.node(1).type.name === 'outcome' ? { node: $from.node(1), at: $from.before(1) } : null;
}

/**
 * Makes the caret's line, or the blocks of a selection, an outcome that says the same: the first line is its title, where
 * it is short and plain. In an empty line it is an empty one; in an outcome it changes the kind. False where there is none to make.
 */
export function makeOutcome(change: Transaction, kind: OutcomeKind): boolean {
  const inside = outcomeAt(change);
  if (inside) {
    change.setNodeAttribute(inside.at, 'kind', kind);
    return true;
  }
  const { $from, $to } = change.selection;
  const from = $from.depth > 0 ? $from.before(1) : change.selection.from;
  const to = $to.depth > 0 ? $to.after(1) : change.selection.to;
  const { lines, kept, people, hasOutcome } = linesBetween(change.doc, from, to);
  if (hasOutcome) return false;
  const outcome = outcomeOf(change.doc.type.schema, kind, lines, people);
  change.replaceWith(from, to, [...kept, outcome]);
  const at = from + kept.reduce((size, node) => size + node.nodeSize, 0);
  const title = at + 2;
  const isTitled = outcome.child(0).content.size > 0;
  const end = at + outcome.nodeSize - 3;
  change.setSelection(TextSelection.create(change.doc, isTitled ? end : title));
  change.scrollIntoView();
  return true;
}

/**
 * Puts an empty outcome behind the caret's block, or in its place where it is empty. In the text of another outcome it comes
 * below that one, and the empty line that it was asked for in goes.
 */
export function insertOutcome(change: Transaction, kind: OutcomeKind): boolean {
  const { $from } = change.selection;
  const isEmpty = $from.parent.content.size === 0;
  if ($from.depth === 1 && isEmpty) return makeOutcome(change, kind);
  if ($from.depth === 0) return false;
  const isSpare = isEmpty && $from.parent.type.name === 'paragraph' && $from.node(-1).childCount > 1;
  const behind = $from.after(1);
  if (isSpare && outcomeAt(change)) change.delete($from.before(), $from.after());
  const at = change.mapping.map(behind);
  change.insert(at, outcomeOf(change.doc.type.schema, kind, [], []));
  change.setSelection(TextSelection.create(change.doc, at + 2)).scrollIntoView();
  return true;
}

/** Makes an outcome plain lines again, which say the same. */
export function dissolveOutcome(change: Transaction, { node, at }: OutcomeAt): void {
  const lines: Node[] = [];
  node.descendants(block => {
    if (!block.isTextblock) return true;
    if (block.content.size > 0) lines.push(paragraphOf(block));
    return false;
  });
  const schema = change.doc.type.schema;
  const left = lines.length > 0 ? lines : [paragraphIn(schema)];
  change.replaceWith(at, at + node.nodeSize, left);
  change.setSelection(TextSelection.near(change.doc.resolve(at + 1)));
}

/** Adds room for the same in a second language, with the caret in it. */
export function addTranslation(change: Transaction, { node, at }: OutcomeAt, language: Language): void {
  if (node.childCount > 2) return;
  const { outcomeTranslation, outcomeTitle, outcomeBody } = change.doc.type.schema.nodes;
  const [title, body] = [outcomeTitle?.create(), outcomeBody?.createAndFill()];
  if (!outcomeTranslation || !title || !body) return;
  const end = at + node.nodeSize - 1;
  change.insert(end, outcomeTranslation.create({ language }, [title, body]));
  change.setSelection(TextSelection.create(change.doc, end + 2)).scrollIntoView();
}

/** Takes the second language off. */
export function removeTranslation(change: Transaction, { node, at }: OutcomeAt): void {
  const translation = node.maybeChild(2);
  const end = at + node.nodeSize - 1;
  if (translation) change.delete(end - translation.nodeSize, end);
}

/** The lines of some blocks, the headings of templates between them, which stay, and who is named. */
function linesBetween(doc: Node, from: number, to: number) {
  const found = { lines: [] as Node[], kept: [] as Node[], people: [] as string[], hasOutcome: false };
  doc.nodesBetween(from, to, node => {
    if (node.type.name === 'outcome') found.hasOutcome = true;
    if (node.type.name === 'prompt') found.kept.push(node);
    if (node.type.name === 'mention' && node.attrs.person) found.people.push(node.attrs.person);
    if (node.isTextblock && node.content.size > 0) found.lines.push(node);
  });
  return { ...found, people: [...new Set(found.people)].slice(0, limits.peoplePerOutcome) };
}

function outcomeOf(schema: Schema, kind: OutcomeKind, lines: readonly Node[], people: readonly string[]): Node {
  const [first, ...others] = lines;
  const isTitle = first !== undefined && canBeTitle(first);
  const body = (isTitle ? others : lines).map(paragraphOf);
  const { outcome, outcomeTitle, outcomeBody } = schema.nodes;
  const words = isTitle ? first.textContent : '';
  const title = outcomeTitle?.create(isTitle ? directionOf(first) : null, words ? schema.text(words) : null);
  const text = outcomeBody?.create(null, body.length > 0 ? body : [paragraphIn(schema)]);
  if (!outcome || !title || !text) throw new Error('the schema knows no outcomes');
  return outcome.create({ kind, people }, [title, text]);
}

const directionOf = ({ attrs }: Node) => ('dir' in attrs ? { dir: attrs.dir } : null);

/** A title is one line of plain words. */
function canBeTitle(line: Node): boolean {
  const isPlain = line.children.every(node => node.isText && !node.marks.some(({ type }) => type.name === 'deletion'));
  return isPlain && graphemes(line.textContent) <= limits.outcomeTitleGraphemes && !line.textContent.includes('\n');
}

const paragraphOf = (line: Node): Node => paragraphIn(line.type.schema, directionOf(line), line.children);

function paragraphIn(schema: Schema, attributes: { dir: unknown } | null = null, content: readonly Node[] = []): Node {
  const { paragraph } = schema.nodes;
  if (!paragraph) throw new Error('the schema knows no paragraphs');
  return paragraph.create(attributes, content);
}
