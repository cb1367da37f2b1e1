import { noteExtensions } from '@multaqa/shared/facilitate/notes/document/note-schema';
import type { JSONContent } from '@tiptap/core';
import { MarkdownManager } from '@tiptap/markdown';

/** A text in Markdown as the blocks of a note. */
export const blocksOfMarkdown = (text: string): JSONContent =>
  new MarkdownManager({ extensions: noteExtensions }).parse(text);
