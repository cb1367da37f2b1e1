import { textName } from '@multaqa/shared/facilitate/notes/document/names';
import * as Y from 'yjs';

/** The words of a note, a line for each block, to be taken along where nothing else is possible. */
export function plainText(doc: Y.Doc): string {
  const lines: string[] = [];
  const visit = (part: unknown): void => {
    if (part instanceof Y.XmlText) lines.push(wordsOf(part));
    else if (part instanceof Y.XmlElement || part instanceof Y.XmlFragment) part.toArray().forEach(visit);
  };
  visit(doc.getXmlFragment(textName));
  return lines.filter(Boolean).join('\n');
}

const wordsOf = (text: Y.XmlText): string =>
  (text.toDelta() as { insert?: unknown }[]).map(({ insert }) => (typeof insert === 'string' ? insert : '')).join('');
