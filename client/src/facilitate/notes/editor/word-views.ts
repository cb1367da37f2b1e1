import { Mention, Prompt } from '@multaqa/shared/facilitate/notes/document/inline-nodes';
import { type PromptKey, prompts } from '@multaqa/shared/facilitate/notes/templates';
import { nameIn } from '@multaqa/shared/name-in';
import type { NodeViewRenderer } from '@tiptap/core';
import type { NoteReader, NoteReaderStore } from './note-reader.ts';
import styles from './word-views.module.css';

/** The heading of a template in the reader's language; empty for one that is not known here. */
export const promptWords = (prompt: unknown, { language }: Pick<NoteReader, 'language'>): string =>
  Object.hasOwn(prompts, String(prompt)) ? nameIn(prompts[prompt as PromptKey], language) : '';

/** The headings of templates, drawn in the language of whoever reads. */
export const promptWithWords = (reader: NoteReaderStore) =>
  Prompt.extend({ addNodeView: () => wordsView(reader, 'h3', styles.prompt, promptWords, 'prompt') });

/** People who are named in a text, drawn with the names that they have now. */
export const mentionWithName = (reader: NoteReaderStore) =>
  Mention.extend({
    addNodeView: () =>
      wordsView(reader, 'span', styles.mention, (person, { nameOf }) => `@${nameOf(String(person))}`, 'person'),
    renderText: ({ node }) => `@${reader.getState().nameOf(node.attrs.person)}`,
  });

/** Draws a node whose words stand elsewhere, and writes them again when they change there. */
function wordsView(
  reader: NoteReaderStore,
  tag: 'h3' | 'span',
  className: string | undefined,
  wordsOf: (key: unknown, reader: NoteReader) => string,
  attribute: string,
): NodeViewRenderer {
  return ({ node }) => {
    const dom = document.createElement(tag);
    dom.className = className ?? '';
    dom.dir = 'auto';
    let key: unknown = node.attrs[attribute];
    const write = () => {
      dom.textContent = wordsOf(key, reader.getState());
    };
    write();
    const stop = reader.subscribe(write);
    return {
      dom,
      update(next) {
        if (next.type !== node.type) return false;
        key = next.attrs[attribute];
        write();
        return true;
      },
      destroy: stop,
    };
  };
}
