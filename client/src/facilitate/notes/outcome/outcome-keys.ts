import { Extension } from '@tiptap/core';
import type { ResolvedPos } from '@tiptap/pm/model';
import { type EditorState, TextSelection, type Transaction } from '@tiptap/pm/state';
import { type OutcomeAt, outcomeAt } from './outcome-blocks.ts';

/**
 * Keys in an outcome: Enter leads from the title to the text, and from an empty last line out of it, Ctrl+Enter from anywhere;
 * Backspace takes an empty outcome away and never joins its parts.
 */
export const OutcomeKeys = Extension.create({
  name: 'outcomeKeys',
  // Before the keys of lists and of the schema's own blocks.
  priority: 200,
  addKeyboardShortcuts() {
    const run = (step: (change: Transaction, state: EditorState) => boolean) => () =>
      this.editor.commands.command(({ tr, state }) => step(tr, state));
    return { Enter: run(enter), 'Mod-Enter': run(leaveNow), Backspace: run(backspace), Delete: run(remove) };
  },
});

const isTitle = ({ parent }: ResolvedPos): boolean => parent.type.name === 'outcomeTitle';

function enter(change: Transaction, { selection }: EditorState): boolean {
  const { $from, empty } = selection;
  const outcome = outcomeAt({ selection });
  if (!outcome || !(selection instanceof TextSelection)) return false;
  if (isTitle($from)) {
    change.setSelection(TextSelection.near(change.doc.resolve($from.after() + 2))).scrollIntoView();
    return true;
  }
  const isBody = $from.depth > 1 && $from.node(-1).type.name === 'outcomeBody';
  const isLast = isBody && $from.index(-1) === $from.node(-1).childCount - 1;
  if (!empty || !isLast || $from.parent.content.size > 0) return false;
  if ($from.node(-1).childCount > 1) change.delete($from.before(), $from.after());
  leave(change, outcome);
  return true;
}

function leaveNow(change: Transaction, { selection }: EditorState): boolean {
  const outcome = outcomeAt({ selection });
  if (outcome) leave(change, outcome);
  return outcome !== null;
}

/** Writes on below an outcome, in the line that waits there or in one of its own. */
function leave(change: Transaction, { node, at }: OutcomeAt): void {
  const end = change.mapping.map(at + node.nodeSize);
  const next = change.doc.resolve(end).nodeAfter;
  const { paragraph } = change.doc.type.schema.nodes;
  const isFree = next?.type === paragraph && next?.content.size === 0;
  if (!isFree && paragraph) change.insert(end, paragraph.create());
  change.setSelection(TextSelection.create(change.doc, end + 1)).scrollIntoView();
}

function backspace(change: Transaction, { selection }: EditorState): boolean {
  const { $from, empty } = selection;
  const outcome = outcomeAt({ selection });
  if (!outcome || !empty || $from.parentOffset > 0) return false;
  if (outcome.node.textContent === '' && !hasMentions(outcome)) {
    const line = change.doc.type.schema.nodes.paragraph?.create();
    if (line) change.replaceWith(outcome.at, outcome.at + outcome.node.nodeSize, line);
    change.setSelection(TextSelection.create(change.doc, outcome.at + 1));
    return true;
  }
  const isFirstLine = $from.depth > 1 && $from.node(-1).type.name === 'outcomeBody' && $from.index(-1) === 0;
  if (isFirstLine) change.setSelection(TextSelection.near(change.doc.resolve($from.before(-1)), -1));
  // Before a title there is nothing that it could be joined to.
  return isFirstLine || isTitle($from);
}

function hasMentions({ node }: OutcomeAt): boolean {
  let found = false;
  node.descendants(({ isAtom, isText }) => {
    if (isAtom && !isText) found = true;
  });
  return found;
}

/** Delete at the end of a title, or of the text, takes nothing from what follows. */
function remove(_change: Transaction, { selection }: EditorState): boolean {
  const { $from, empty } = selection;
  if (!outcomeAt({ selection }) || !empty || $from.parentOffset < $from.parent.content.size) return false;
  const isBody = $from.depth > 1 && $from.node(-1).type.name === 'outcomeBody';
  return isTitle($from) || (isBody && $from.index(-1) === $from.node(-1).childCount - 1);
}
