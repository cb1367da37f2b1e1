import type { ListedVersion } from '@multaqa/shared/documents/wire';
import { useCallback, useEffect, useState } from 'react';
import { newId } from '../../platform/ids.ts';
import type { OpenDocument } from '../document.ts';

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

/** What `read` makes of a version: once for each version, as long as `read` stays the same. */
export function useVersion<Read>(version: string, read: (version: string) => Promise<Asked<Read>>): Asked<Read> {
  const [done, setDone] = useState<{ version: string; value: Asked<Read> }>({ version, value: 'loading' });
  useEffect(() => {
    let isWanted = true;
    void read(version).then(value => {
      if (isWanted) setDone({ version, value });
    });
    return () => {
      isWanted = false;
    };
  }, [read, version]);
  return done.version === version ? done.value : 'loading';
}
