import type { ListedVersion } from '@multaqa/shared/documents/wire';
import { noteOf, soundCopy } from '@multaqa/shared/facilitate/notes/document/note-json';
import type { Node } from '@tiptap/pm/model';
import { useCallback, useEffect, useState } from 'react';
import * as Y from 'yjs';
import type { OpenDocument } from '../../../documents/document.ts';
import { newId } from '../../../platform/ids.ts';
import { type Authored, authorsIn } from './authors.ts';
import { type Changed, changesBetween } from './changes.ts';

/** What the versions of a document are read from. */
export type VersionedDocument = Pick<OpenDocument, 'doc' | 'versions' | 'version' | 'authors' | 'nameVersion'>;

/** Something that is asked for: not here yet, not to be had, or here. */
export type Asked<Value> = 'loading' | 'failed' | Value;

/** The versions of a document, the newest first, and how one is added. */
export function useVersions(document: VersionedDocument) {
  const [versions, setVersions] = useState<Asked<readonly ListedVersion[]>>('loading');
  const read = useCallback(async () => {
    const found = await document.versions();
    setVersions(before => found ?? (typeof before === 'string' ? 'failed' : before));
  }, [document]);
  useEffect(() => void read(), [read]);
  return {
    versions,
    /** Keeps what is there now; with the refusal, or null when it is kept. */
    async keep(kind: 'named' | 'restored', title: string): Promise<string | null> {
      const refusal = await document.nameVersion(newId(), kind, title);
      if (refusal === null) await read();
      return refusal;
    },
  };
}

/** An older text, and what can be told of it. `authored` is null where nobody is to see who wrote what. */
export type Version = { note: Node; authored: readonly Authored[] | null; changed: readonly Changed[] };

/** A version as a text, with who wrote it and what has changed from it to now. */
export function useVersion(document: VersionedDocument, version: string): Asked<Version> {
  const [read, setRead] = useState<{ version: string; value: Asked<Version> }>({ version, value: 'loading' });
  useEffect(() => {
    let isWanted = true;
    void readVersion(document, version).then(value => {
      if (isWanted) setRead({ version, value });
    });
    return () => {
      isWanted = false;
    };
  }, [document, version]);
  return read.version === version ? read.value : 'loading';
}

async function readVersion(document: VersionedDocument, version: string): Promise<Asked<Version>> {
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
