import { Extension } from '@tiptap/core';
import type { NoteUiStore } from './note-ui.ts';

/** The keys that lead out of the text: Alt+F10 to the toolbar, Ctrl+K to the link. */
export const noteKeys = (ui: NoteUiStore) =>
  Extension.create({
    name: 'noteKeys',
    addKeyboardShortcuts: () => ({
      'Alt-F10': () => {
        const tool = ui.getState().toolbar?.querySelector<HTMLElement>('[data-tool][tabindex="0"]');
        tool?.focus();
        return tool !== null && tool !== undefined;
      },
      'Mod-k': () => {
        ui.setState({ dialog: 'link' });
        return true;
      },
    }),
  });
