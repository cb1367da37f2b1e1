import type { Editor } from '@tiptap/core';
import type { Transaction } from '@tiptap/pm/state';
import type { ReactNodeViewProps } from '@tiptap/react';
import type { OutcomeAt } from './outcome-blocks.ts';

/** What a card of an outcome does to it. Whatever has moved meanwhile, it asks where the outcome stands now. */
export function outcomeActions({ editor, getPos }: Pick<ReactNodeViewProps, 'editor' | 'getPos'>) {
  const placed = (): OutcomeAt | null => {
    const at = getPos();
    const node = at === undefined ? null : editor.state.doc.nodeAt(at);
    return node && at !== undefined && node.type.name === 'outcome' ? { node, at } : null;
  };
  const change = (step: (transaction: Transaction, outcome: OutcomeAt) => void) => {
    const outcome = placed();
    if (outcome) stepIn(editor, transaction => step(transaction, outcome));
  };
  return {
    change,
    set: (attributes: Readonly<Record<string, unknown>>) =>
      change((transaction, { at }) => {
        for (const [name, value] of Object.entries(attributes)) transaction.setNodeAttribute(at, name, value);
      }),
    placed,
  };
}

function stepIn(editor: Editor, step: (transaction: Transaction) => void): void {
  editor.commands.command(({ tr }) => {
    step(tr);
    return true;
  });
}
