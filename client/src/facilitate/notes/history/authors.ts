import { textName } from '@multaqa/shared/facilitate/notes/document/names';
import { noteSchema } from '@multaqa/shared/facilitate/notes/document/note-schema';
import * as Y from 'yjs';

/** Words from one place of the text to another, as ProseMirror counts, and whose they are; null for somebody who is not known any more. */
export type Authored = { from: number; to: number; person: string | null };

/** Whose a client id of Yjs is. */
export type PersonOf = (client: number) => string | null;

/**
 * Who wrote which words: whoever owns the client id under which Yjs keeps them. In a document in which nothing is stray; the
 * places are those of `noteOf`. Ranges are in the order of the text, and neighbours of one person are one.
 */
export function authorsIn(doc: Y.Doc, personOf: PersonOf): Authored[] {
  const found: Authored[] = [];
  const write = (from: number, length: number, client: number) => {
    const person = personOf(client);
    const last = found.at(-1);
    if (last && last.to === from && last.person === person) last.to += length;
    else found.push({ from, to: from + length, person });
  };

  /** Goes through the children of a block that begin at a place; returns the place behind the last one. */
  function walk(parent: Y.XmlFragment | Y.XmlElement, start: number): number {
    let at = start;
    for (const child of parent.toArray()) {
      if (child instanceof Y.XmlText) at = walkText(child, at);
      else if (child instanceof Y.XmlElement) at = walkElement(child, at);
    }
    return at;
  }

  function walkElement(element: Y.XmlElement, at: number): number {
    const type = noteSchema.nodes[element.nodeName];
    if (!type?.isLeaf) return walk(element, at + 1) + 1;
    // A person who is named counts as words; lines and breaks are nobody's.
    if (type.name === 'mention') write(at, 1, element._item?.id.client ?? 0);
    return at + 1;
  }

  function walkText(text: Y.XmlText, start: number): number {
    let at = start;
    for (let item = text._start; item !== null; item = item.right) {
      if (item.deleted || !(item.content instanceof Y.ContentString)) continue;
      write(at, item.length, item.id.client);
      at += item.length;
    }
    return at;
  }

  walk(doc.getXmlFragment(textName), 0);
  return found;
}

/** How much each person wrote, most first: letters and other signs, and the share of all of them from 0 to 1. */
export function sharesOf(authored: readonly Authored[]): { person: string | null; length: number; share: number }[] {
  const lengths = new Map<string | null, number>();
  let all = 0;
  for (const { from, to, person } of authored) {
    lengths.set(person, (lengths.get(person) ?? 0) + to - from);
    all += to - from;
  }
  return [...lengths]
    .map(([person, length]) => ({ person, length, share: length / all }))
    .sort((a, b) => b.length - a.length || ((a.person ?? '') < (b.person ?? '') ? -1 : 1));
}
