import type { Thing, ThingId } from '@multaqa/shared/facilitate/board/scene/thing';
import { useEffect, useMemo, useSyncExternalStore } from 'react';
import type { OpenDocument } from '../../../documents/document.ts';
import type { RefusedPart, RefusedParts } from '../../../documents/refused-parts.ts';
import { useSync } from '../../../documents/use-document.ts';
import { lostWith, putBack, refusedIn } from './put-back.ts';

/** What the server has refused and could not be put back: why, and the things as this person made them. */
export type Kept = { part: RefusedPart; things: readonly Thing[] };

/** From one time that something is put back by itself to the next, in ms: nothing goes round in a circle. */
const pause = 10_000;
const putBackAt = new WeakMap<RefusedParts, number>();

/**
 * What this person made on a board and the server has refused. As soon as the server's board is here, whatever can be is put back into it;
 * the rest is returned until somebody takes it or lets it go. `told` is called with the refusal, and with how many things are left.
 */
export function useKeptEdits(
  document: OpenDocument,
  locked: ReadonlySet<ThingId>,
  told: (refusal: string, left: number) => void,
): readonly Kept[] {
  const { refused, doc } = document;
  const parts = useSyncExternalStore(refused.subscribe, refused.all);
  const { hasArrived, access } = useSync(document);
  useEffect(() => {
    if (!hasArrived) return;
    // Asked once more, since the board may be on the screen twice.
    for (const part of refused.all().filter(({ wanted }) => wanted === null)) {
      const isRare = performance.now() - (putBackAt.get(refused) ?? Number.NEGATIVE_INFINITY) > pause;
      putBackAt.set(refused, performance.now());
      const changes = refusedIn(doc, part.update);
      const left = access === 'write' && isRare ? putBack(doc, changes, locked) : lostWith(doc, changes);
      settle(refused, part, left);
      told(part.refusal, left.length);
    }
  });
  return useMemo(
    () => (hasArrived ? parts.filter(({ wanted }) => wanted !== null).map(part => keptOf(document, part)) : []),
    [document, hasArrived, parts],
  );
}

/** Tries once more to put back what was refused; true when all of it is on the board. */
export function putAgain(
  { refused, doc }: OpenDocument,
  { part, things }: Kept,
  locked: ReadonlySet<ThingId>,
): boolean {
  const left = putBack(doc, new Map(things.map(thing => [thing.id, thing])), locked);
  settle(refused, part, left);
  return left.length === 0;
}

function settle(refused: RefusedParts, part: RefusedPart, left: readonly ThingId[]): void {
  if (left.length === 0) refused.drop(part.id);
  else refused.put({ ...part, wanted: left });
}

function keptOf({ doc }: OpenDocument, part: RefusedPart): Kept {
  const changes = refusedIn(doc, part.update);
  return { part, things: (part.wanted ?? []).flatMap(id => changes.get(id) ?? []) };
}
