import {
  addThing,
  changeThing,
  removeThings,
  type ThingChange,
  writeThing,
} from '@multaqa/shared/facilitate/board/scene/edits';
import { readThing, thingsOf, touchedBy } from '@multaqa/shared/facilitate/board/scene/scene';
import type { Thing, ThingData, ThingId } from '@multaqa/shared/facilitate/board/scene/thing';
import { useEffect, useRef } from 'react';
import type * as Y from 'yjs';
import type { OpenDocument } from '../../../documents/document.ts';

/** What this tab has changed and the server is not known to have; null for what was removed. */
export type Unsaved = ReadonlyMap<ThingId, Thing | null>;

/** From one time that something is kept to the next, in ms: nothing goes round in a circle. */
const pause = 10_000;

/**
 * When the server has refused a change, another document takes the place of the one with it: everything that was changed beside what is
 * locked is put into that one. `told` is called with the refusal.
 */
export function useKeptEdits(
  document: OpenDocument,
  locked: readonly ThingId[],
  told: (refusal: string) => void,
): void {
  const before = useRef<{ document: OpenDocument; unsaved: Unsaved } | null>(null);
  const keptAt = useRef(Number.NEGATIVE_INFINITY);
  const latest = useRef({ locked, told });
  useEffect(() => {
    latest.current = { locked, told };
  });
  useEffect(() => {
    const { document: last, unsaved } = before.current ?? {};
    const refusal = last?.name === document.name ? last.sync().refusal : null;
    let stop = () => {};
    if (unsaved && refusal) {
      latest.current.told(refusal);
      const isRare = performance.now() - keptAt.current > pause;
      if (refusal === 'documents.locked' && isRare)
        stop = whenThere(document, () => putBack(document.doc, unsaved, new Set(latest.current.locked)));
      keptAt.current = performance.now();
    }
    const unwatch = watchUnsaved(document, now => {
      before.current = { document, unsaved: now };
    });
    return () => {
      stop();
      unwatch();
    };
  }, [document]);
}

/** Follows what is changed here until it is saved. */
function watchUnsaved(document: OpenDocument, changed: (unsaved: Unsaved) => void): () => void {
  const unsaved = new Map<ThingId, Thing | null>();
  const things = thingsOf(document.doc);
  const look = (events: Y.YEvent<Y.AbstractType<unknown>>[], transaction: Y.Transaction) => {
    if (!transaction.local) return;
    for (const id of touchedBy(events)) unsaved.set(id, readThing(id, things.get(id)));
  };
  const stop = document.subscribe(() => {
    if (document.sync().save === 'saved') unsaved.clear();
  });
  things.observeDeep(look);
  changed(unsaved);
  return () => {
    things.unobserveDeep(look);
    stop();
  };
}

/** Does something as soon as the server's document is here. */
function whenThere(document: OpenDocument, act: () => void): () => void {
  const look = () => {
    const { hasArrived, access } = document.sync();
    if (!hasArrived) return;
    stop();
    if (access === 'write') act();
  };
  const stop = document.subscribe(look);
  return stop;
}

/** Puts changes into a document: what came is there, what went is gone, and what was changed is as it was made, but for what is locked. */
export function putBack(doc: Y.Doc, unsaved: Unsaved, locked: ReadonlySet<ThingId>): void {
  const things = thingsOf(doc);
  doc.transact(() => {
    for (const [id, wanted] of unsaved) {
      if (locked.has(id)) continue;
      if (!wanted) removeThings(doc, [id]);
      else if (things.has(id)) change(doc, wanted);
      else addThing(doc, id, dataOf(wanted));
    }
  });
}

function change(doc: Y.Doc, wanted: Thing): void {
  const { text, kind: _, ...rest } = { text: undefined, ...dataOf(wanted) };
  changeThing(doc, wanted.id, rest as ThingChange);
  if (text !== undefined) writeThing(doc, wanted.id, text);
}

function dataOf({ id: _, client: __, by: ___, ...data }: Thing): ThingData {
  return data as ThingData;
}
