import { Fragment, type Mark, type Node, Slice } from '@tiptap/pm/model';
import { type EditorState, TextSelection, type Transaction } from '@tiptap/pm/state';
import { Mapping, ReplaceStep, type Step } from '@tiptap/pm/transform';
import { newId } from '../../../platform/ids.ts';

/**
 * What somebody has done, as a suggestion: words that they take out are marked and stay, words that they add are marked as new,
 * and what was suggested before is really taken out. Changes of blocks, such as a new line or a heading, happen at once.
 */
export function suggested(state: EditorState, done: Transaction): Transaction {
  const change = state.tr;
  done.steps.forEach((step, at) => {
    // From where the step stood, back to the beginning, and on to where that is now.
    const back = new Mapping(done.mapping.maps.slice(0, at)).invert();
    const placed = step.map(back)?.map(change.mapping);
    if (placed) suggestStep(change, placed, state);
  });
  if (!change.docChanged && !done.selectionSet)
    change.setSelection(done.selection.map(change.doc, done.mapping.invert()));
  if (done.scrolledIntoView) change.scrollIntoView();
  return change;
}

function suggestStep(change: Transaction, step: Step, { selection }: EditorState): void {
  if (!(step instanceof ReplaceStep)) {
    change.maybeStep(step);
    return;
  }
  const { from, to, slice } = step;
  const isWords = slice.openStart === 0 && slice.openEnd === 0 && slice.content.content.every(node => node.isInline);
  if (from === to && !isWords) {
    change.maybeStep(step);
    markAdded(change, from, from + slice.size, newId());
    return;
  }
  const id = idAt(change.doc, from, 'deletion') ?? idAt(change.doc, to, 'deletion') ?? newId();
  const end = takeOut(change, from, to, id);
  if (slice.size > 0) addWords(change, end, slice, isWords, id);
  else {
    // Backspace leads before the words, Delete behind them: the same key goes on to the next ones.
    const isForward = from < to && selection.empty && selection.from === from;
    const caret = Math.min(isForward ? end : from, change.doc.content.size);
    change.setSelection(TextSelection.near(change.doc.resolve(caret), isForward ? 1 : -1));
  }
}

/**
 * Marks the words between two places as taken out; those that were only suggested go, and those of titles, which bear no
 * marks. Returns where the stretch ends then.
 */
function takeOut(change: Transaction, from: number, to: number, id: string): number {
  const { deletion } = change.doc.type.schema.marks;
  const stretches: { from: number; to: number; goes: boolean }[] = [];
  change.doc.nodesBetween(from, to, (node, at, parent) => {
    if (!node.isInline) return;
    const isMarkable = deletion !== undefined && parent?.type.allowsMarkType(deletion) === true;
    const stretch = { from: Math.max(from, at), to: Math.min(to, at + node.nodeSize) };
    stretches.push({ ...stretch, goes: has(node, 'insertion') || !isMarkable });
  });
  let end = to;
  for (const stretch of stretches.reverse()) {
    if (stretch.goes) {
      change.delete(stretch.from, stretch.to);
      end -= stretch.to - stretch.from;
    } else if (deletion) mark(change, stretch, deletion.create({ id }), 'deletion');
  }
  return end;
}

/** Marks what is not marked so yet. */
function mark(change: Transaction, { from, to }: { from: number; to: number }, added: Mark, name: string): void {
  change.doc.nodesBetween(from, to, (node, at) => {
    if (node.isInline && !has(node, name)) change.addMark(Math.max(from, at), Math.min(to, at + node.nodeSize), added);
  });
}

function addWords(change: Transaction, at: number, slice: Slice, isWords: boolean, id: string): void {
  const before = change.doc.content.size;
  if (isWords) change.replace(at, at, new Slice(Fragment.from(slice.content), 0, 0));
  else change.replaceRange(at, at, slice);
  const end = at + change.doc.content.size - before;
  markAdded(change, at, end, idAt(change.doc, at, 'insertion') ?? id);
  change.setSelection(TextSelection.near(change.doc.resolve(Math.min(end, change.doc.content.size)), -1));
}

function markAdded(change: Transaction, from: number, to: number, id: string): void {
  const { insertion, deletion } = change.doc.type.schema.marks;
  if (!insertion || !deletion) return;
  change.removeMark(from, to, deletion);
  mark(change, { from, to }, insertion.create({ id }), 'insertion');
}

const has = (node: Node, name: string): boolean => node.marks.some(({ type }) => type.name === name);

/** The suggestion that ends or begins at a place: what is typed on belongs to it. */
function idAt(doc: Node, place: number, name: string): string | null {
  const { nodeBefore, nodeAfter } = doc.resolve(place);
  const found = [nodeBefore, nodeAfter].flatMap(node => node?.marks.filter(({ type }) => type.name === name) ?? []);
  return found[0]?.attrs.id ?? null;
}
