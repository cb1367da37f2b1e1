import type { NoteJson } from '@multaqa/shared/facilitate/notes/document/note-json';
import { noteExtensions } from '@multaqa/shared/facilitate/notes/document/note-schema';
import { markOutcomes, outcomesIn } from '@multaqa/shared/facilitate/notes/document/paper/read-markdown';
import type { JSONContent } from '@tiptap/core';
import { MarkdownManager } from '@tiptap/markdown';

/** A text in Markdown as the blocks of a note: outcomes that were exported are outcomes, and HTML stays the words that it is. */
export function blocksOfMarkdown(text: string): JSONContent {
  const { markdown, sources } = markOutcomes(text);
  const parsed = new MarkdownManager({ extensions: noteExtensions }).parse(withoutHtml(markdown)) as NoteJson;
  return { ...parsed, content: outcomesIn(parsed.content ?? [], sources) };
}

/** Tags outside of code, as words; those by which exported files set words go, and the words stay. */
const withoutHtml = (text: string): string =>
  text
    .split(/(^(?:```|~~~)[\s\S]*?^(?:```|~~~)|`[^`\n]*`)/m)
    .map((part, at) => (at % 2 === 0 ? asWords(part) : part))
    .join('');

// Behind an odd number of backslashes a sign is a sign.
const asWords = (part: string): string =>
  part.replace(/(\\*)<(\/?(?:strong|em|u|s|ins|del)>|br>|(?=[a-z/!?]))/gi, (whole, before: string, tag: string) => {
    if (before.length % 2 === 1) return whole;
    return before + (tag === '' ? '&lt;' : tag === 'br>' ? ' ' : '');
  });
