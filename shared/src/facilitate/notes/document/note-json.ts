import { Node } from '@tiptap/pm/model';
import * as Y from 'yjs';
import { markOf } from './allowed.ts';
import { textName } from './names.ts';
import { noteSchema } from './note-schema.ts';
import { removeStray } from './stray.ts';

/** A node of a note as data: ProseMirror's JSON. */
export type NoteJson = {
  type: string;
  attrs?: Record<string, unknown>;
  content?: NoteJson[];
  text?: string;
  marks?: { type: string; attrs?: Record<string, unknown> }[];
};

type Run = { insert: string; attributes?: Record<string, Record<string, unknown>> };

/**
 * The text of a note's document, as the schema accepts it: with an empty paragraph where nobody has written anything. The document
 * stays as it is; what is stray in it is left out.
 */
export function readNote(bytes: Uint8Array): Node {
  const doc = soundCopy(bytes);
  const note = noteOf(doc);
  doc.destroy();
  return note;
}

/** A document of its own with these contents, without what is stray. */
export function soundCopy(bytes: Uint8Array): Y.Doc {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, bytes);
  removeStray(doc);
  return doc;
}

/** The text of a document in which nothing is stray. */
export function noteOf(doc: Y.Doc): Node {
  const content = doc.getXmlFragment(textName).toArray().flatMap(jsonOf);
  return Node.fromJSON(noteSchema, { type: 'doc', content: content.length > 0 ? content : [{ type: 'paragraph' }] });
}

function jsonOf(part: Y.XmlElement | Y.XmlText | Y.XmlHook): NoteJson[] {
  if (part instanceof Y.XmlText) return (part.toDelta() as Run[]).map(runOf);
  if (!(part instanceof Y.XmlElement)) return [];
  const attrs = part.getAttributes() as Record<string, unknown>;
  const content = part.toArray().flatMap(jsonOf);
  return [
    {
      type: part.nodeName,
      ...(Object.keys(attrs).length > 0 && { attrs }),
      ...(content.length > 0 && { content }),
    },
  ];
}

const runOf = ({ insert, attributes }: Run): NoteJson => ({
  type: 'text',
  text: insert,
  ...(attributes && {
    marks: Object.entries(attributes).map(([key, attrs]) => ({ type: markOf(key) ?? key, attrs })),
  }),
});
