import { Extension } from '@tiptap/core';
import type { CaretMenuStore } from '../caret-menu/caret-menu.ts';
import type { NoteUiStore } from './note-ui.ts';

/**
 * The keys that lead out of the text: Alt+F10 to the toolbar, Ctrl+K to the link, Escape to what the text stands in, since Tab
 * leads from cell to cell and makes lists deeper.
 */
export const noteKeys = (ui: NoteUiStore, menu: CaretMenuStore) =>
  Extension.create({
    name: 'noteKeys',
    addKeyboardShortcuts() {
      return {
        'Alt-F10': () => {
          const tool = ui.getState().toolbar?.querySelector<HTMLElement>('[data-tool][tabindex="0"]');
          tool?.focus();
          return tool !== null && tool !== undefined;
        },
        'Mod-k': () => {
          ui.setState({ dialog: 'link' });
          return true;
        },
        Escape: () => (menu.getState().open?.items.length ?? 0) === 0 && leave(this.editor.view.dom),
      };
    },
  });

/** Gives the focus to the tab of the panel that the text is in, else to the box that it scrolls in. */
function leave(text: HTMLElement): boolean {
  const labelled = text.closest('[role="tabpanel"][aria-labelledby]')?.getAttribute('aria-labelledby');
  const tab = labelled && document.getElementById(labelled);
  const box = text.closest<HTMLElement>('[data-note-scroller]');
  if (tab) tab.focus();
  else box?.focus();
  return tab !== null || box !== null;
}
