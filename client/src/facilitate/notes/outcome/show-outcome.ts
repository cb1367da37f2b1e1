import type { Editor } from '@tiptap/core';
import { NodeSelection } from '@tiptap/pm/state';
import { placedOutcomes } from './outcome-blocks.ts';

/** How long an outcome that was shown stays lit, in ms. */
const lit = 2_500;

/** Scrolls to an outcome, lights it up and puts the focus on it. False where the note has none of this id (yet). */
export function showOutcome(editor: Editor, outcome: string): boolean {
  const found = placedOutcomes(editor.state.doc).find(({ node }) => node.attrs.id === outcome);
  const block = found && editor.view.nodeDOM(found.at);
  if (!found || !(block instanceof HTMLElement)) return false;
  const card = block.querySelector<HTMLElement>('[data-outcome-card]') ?? block;
  if (editor.isEditable) {
    editor.view.dispatch(editor.state.tr.setSelection(NodeSelection.create(editor.state.doc, found.at)));
    editor.view.focus();
  } else {
    card.tabIndex = -1;
    card.focus({ preventScroll: true });
  }
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  card.scrollIntoView({ block: 'center', behavior: still ? 'auto' : 'smooth' });
  card.dataset.shown = '';
  setTimeout(() => delete card.dataset.shown, lit);
  return true;
}
