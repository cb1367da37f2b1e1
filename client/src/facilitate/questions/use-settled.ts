import { useState } from 'react';

/** A list as its reader sees it while it changes. */
export type Settled = {
  /** What is shown: in the order in which the reader saw it last. One's own new ones are on top of it at once. */
  ids: readonly string[];
  /** New ones that wait to be shown. */
  fresh: number;
  /** Whether today's order is another one. */
  isMoved: boolean;
  /** Shows what waits, in today's order. */
  settle(): void;
};

/** Keeps a list still under its reader's finger: what is new waits, what has gone goes. Another `key` is another list. */
export function useSettled(ids: readonly string[], key: string, own: ReadonlySet<string>): Settled {
  const [held, setHeld] = useState({ key, ids });
  const isOther = held.key !== key || (held.ids.length === 0 && ids.length > 0);
  if (isOther) setHeld({ key, ids });
  const before = isOther ? ids : held.ids;
  const known = new Set(before);
  const now = new Set(ids);
  const added = ids.filter(id => !known.has(id));
  const shown = [...added.filter(id => own.has(id)), ...before.filter(id => now.has(id))];
  const fresh = added.filter(id => !own.has(id)).length;
  return {
    ids: shown,
    fresh,
    isMoved: fresh === 0 && shown.some((id, at) => id !== ids[at]),
    settle: () => setHeld({ key, ids }),
  };
}
