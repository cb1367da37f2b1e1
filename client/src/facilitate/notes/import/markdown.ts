import { noteExtensions } from '@multaqa/shared/facilitate/notes/document/note-schema';
import type { JSONContent } from '@tiptap/core';
import { MarkdownManager } from '@tiptap/markdown';

/** A text in Markdown as the blocks of a note; HTML in it stays the words that it is. */
export const blocksOfMarkdown = (text: string): JSONContent =>
  new MarkdownManager({ extensions: noteExtensions }).parse(withoutHtml(text));

/** Tags outside of code, as words. */
const withoutHtml = (text: string): string =>
  text
    .split(/(^(?:```|~~~)[\s\S]*?^(?:```|~~~)|`[^`\n]*`)/m)
    .map((part, at) => (at % 2 === 0 ? part.replace(/<(?=[a-z/!?])/gi, '&lt;') : part))
    .join('');
