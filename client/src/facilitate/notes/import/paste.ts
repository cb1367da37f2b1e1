import { Extension } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';
import type { NoteUiStore } from '../editor/note-ui.ts';
import { cleanHtml } from './clean-html.ts';
import { canRead, importFile } from './import-file.ts';

/** The longest text that is pasted at once, in characters; and what is looked at at all, since office programs write ten times as much. */
const most = 1_000_000;
const mostRaw = 16_000_000;

/**
 * What is pasted or dropped becomes what a note can hold. Too much at once is refused before anything is changed, and pictures
 * are left out with a word; files that can be read are taken in.
 */
export const cleanPaste = (ui: NoteUiStore) =>
  Extension.create({
    name: 'cleanPaste',
    addProseMirrorPlugins() {
      const { editor } = this;
      const take = (files: FileList | undefined): boolean => {
        const [file] = [...(files ?? [])];
        if (!file) return false;
        if (canRead(file)) void importFile(editor, file, ui.getState().notify);
        else ui.getState().notify({ kind: file.type.startsWith('image/') ? 'pictures' : 'unreadable' });
        return true;
      };
      return [
        new Plugin({
          props: {
            transformPastedHTML(html) {
              const { body, pictures } = cleanHtml(html);
              if (pictures > 0) ui.getState().notify({ kind: 'pictures' });
              return body.innerHTML;
            },
            handleDOMEvents: {
              paste(_, event) {
                const data = event.clipboardData;
                const [text = '', html = ''] = [data?.getData('text/plain'), data?.getData('text/html')];
                const isTooMuch = isLong(text, html);
                if (isTooMuch) ui.getState().notify({ kind: 'too-large' });
                const isDone = isTooMuch || (!text && !html && take(data?.files));
                if (isDone) event.preventDefault();
                return isDone;
              },
              drop(_, event) {
                const isDone = take(event.dataTransfer?.files);
                if (isDone) event.preventDefault();
                return isDone;
              },
            },
          },
        }),
      ];
    },
  });

function isLong(text: string, html: string): boolean {
  if (text.length > most || html.length > mostRaw) return true;
  return html.length > most && cleanHtml(html).body.innerHTML.length > most;
}
