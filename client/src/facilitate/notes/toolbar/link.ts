import { isAllowedLink } from '@multaqa/shared/facilitate/notes/document/note-schema';
import type { Editor } from '@tiptap/core';

/** What somebody types as an address, as a link that a note may have: `https://` and `mailto:` are added. Null for any other. */
export function linkFrom(typed: string): string | null {
  const address = typed.trim();
  const isMail = /^[^\s@/:]+@[^\s@/]+\.[^\s@/]+$/.test(address);
  const hasScheme = /^[a-z][a-z0-9+.-]*:/i.test(address) && !/^[^/]+\.[^/]+:\d/.test(address);
  const link = isMail ? `mailto:${address}` : hasScheme ? address : `https://${address}`;
  const isComplete = link.startsWith('mailto:') || /^https:\/\/[^\s/?#]+\.[^\s/?#]/i.test(link);
  return isComplete && isAllowedLink(link) ? link : null;
}

/** The link at the caret, or an empty one, with the words that are chosen. */
export function linkAt(editor: Editor): { href: string; words: string } {
  const { from, to } = editor.state.selection;
  const { href } = editor.getAttributes('link');
  return { href: typeof href === 'string' ? href : '', words: editor.state.doc.textBetween(from, to, ' ') };
}

/** Links what is chosen, or the words of the link at the caret; without either it writes `words` there. */
export function setLink(editor: Editor, href: string, words: string): void {
  const chain = editor.chain().focus();
  if (!editor.state.selection.empty || editor.isActive('link')) chain.extendMarkRange('link').setLink({ href }).run();
  else chain.insertContent({ type: 'text', text: words || href, marks: [{ type: 'link', attrs: { href } }] }).run();
}
