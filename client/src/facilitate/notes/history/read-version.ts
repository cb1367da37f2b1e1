import { noteOf, soundCopy } from '@multaqa/shared/facilitate/notes/document/note-json';
import type { Node } from '@tiptap/pm/model';
import * as Y from 'yjs';
import type { Asked, VersionedDocument } from '../../../documents/history/use-versions.ts';
import { type Authored, authorsIn } from './authors.ts';
import { type Changed, changesBetween } from './changes.ts';

/** An older text, and what can be told of it. `authored` is null where nobody is to see who wrote what. */
export type Version = { note: Node; authored: readonly Authored[] | null; changed: readonly Changed[] };

/** A version as a text, with who wrote it and what has changed from it to now. */
export async function readVersion(document: VersionedDocument, version: string): Promise<Asked<Version>> {
  const [found, authors] = await Promise.all([document.version(version), document.authors()]);
  if (!found) return 'failed';
  const older = soundCopy(Y.encodeStateAsUpdate(found));
  const now = soundCopy(Y.encodeStateAsUpdate(document.doc));
  const note = noteOf(older);
  const value = {
    note,
    authored: authors && authorsIn(older, client => authors.get(client) ?? null),
    changed: changesBetween(note, noteOf(now)),
  };
  for (const doc of [found, older, now]) doc.destroy();
  return value;
}
