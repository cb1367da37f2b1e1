import { type Editor, Extension } from '@tiptap/core';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { isOwnChange } from '../editor/own-changes.ts';
import { decide } from './decide.ts';
import { suggested } from './track.ts';

const key = new PluginKey<boolean>('suggesting');
/** On a transaction: it decides on suggestions, and is none itself. */
const direct = 'suggesting-decides';

/** True while what this person does is suggested, not done. */
export const isSuggesting = ({ state }: Pick<Editor, 'state'>): boolean => key.getState(state) ?? false;

/** Turns what this person does into suggestions while they want it so. What others do arrives as they mean it. */
export const Suggesting = Extension.create({
  name: 'suggesting',
  addProseMirrorPlugins: () => [
    new Plugin<boolean>({
      key,
      state: { init: () => false, apply: (transaction, before) => transaction.getMeta(key) ?? before },
    }),
  ],
  dispatchTransaction({ transaction, next }) {
    const isSuggested = isSuggesting(this.editor) && isOwnChange(transaction) && !transaction.getMeta(direct);
    next(isSuggested ? suggested(this.editor.state, transaction) : transaction);
  },
});

/** Begins or ends suggesting. */
export function setSuggesting(editor: Editor, on: boolean): void {
  editor.view.dispatch(editor.state.tr.setMeta(key, on));
}

/** Accepts or rejects one suggestion, or with null all of them. */
export function decideOn(editor: Editor, id: string | null, isAccepted: boolean): void {
  editor.commands.command(({ tr }) => {
    decide(tr.setMeta(direct, true), id, isAccepted);
    return true;
  });
}
