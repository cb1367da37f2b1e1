import { useCallback, useEffect, useState } from 'react';
import type { OpenDocument } from '../../../documents/document.ts';
import { paced } from '../../../platform/paced.ts';
import type { Board } from '../scene/open-board.ts';

/** From one question whose the things are to the next, in ms. */
const pace = 3_000;

/** Whose each client id is, as the server says; asked while names are shown, and again when things come of ids that nobody knows yet. */
export function useOwners(
  { authors }: Pick<OpenDocument, 'authors'>,
  board: Board,
  isAsked: boolean,
): (client: number) => string | null {
  const [known, setKnown] = useState<ReadonlyMap<number, string | null>>(new Map());
  useEffect(() => {
    if (!isAsked) return;
    let isHere = true;
    let answered: ReadonlyMap<number, string | null> = new Map();
    const ask = async () => {
      const answer = await authors();
      if (!isHere || !answer) return;
      answered = answer;
      setKnown(answer);
    };
    const later = paced(() => void ask(), { pace, burst: 1 });
    later();
    const stop = board.subscribe(touched => {
      for (const id of touched) {
        const client = board.scene().get(id)?.client;
        if (client !== undefined && !answered.has(client)) return later();
      }
    });
    return () => {
      isHere = false;
      later.stop();
      stop();
    };
  }, [authors, board, isAsked]);
  return useCallback(client => (isAsked ? (known.get(client) ?? null) : null), [known, isAsked]);
}
