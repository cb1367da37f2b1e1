import { useCallback, useEffect, useState } from 'react';
import type { OpenDocument } from '../../../documents/document.ts';
import { paced } from '../../../platform/paced.ts';
import { type PersonOf, watchThreads } from './threads.ts';

/** Who wrote what in a document, as the server says; asked again when comments come, at most every two seconds. */
export function useAuthors({ doc, authors }: Pick<OpenDocument, 'doc' | 'authors'>): PersonOf {
  const [known, setKnown] = useState<ReadonlyMap<number, string | null>>(new Map());
  useEffect(() => {
    let isHere = true;
    const ask = async () => {
      const answer = await authors();
      if (isHere && answer) setKnown(answer);
    };
    const later = paced(() => void ask(), { pace: 2_000, burst: 1 });
    later();
    const end = watchThreads(doc, later);
    return () => {
      isHere = false;
      later.stop();
      end();
    };
  }, [doc, authors]);
  return useCallback(client => known.get(client) ?? null, [known]);
}
