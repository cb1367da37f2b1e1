import { openListeners } from '../platform/listeners.ts';
import { background } from '../platform/report-fault.ts';
import { deviceStore } from '../platform/storage.ts';

/** What the server has refused of a document for good. */
export type RefusedPart = {
  id: string;
  refusal: string;
  /** What was written, as an update in Yjs' first form upon what the server had. */
  update: Uint8Array;
  /** The keys of what is still wanted of it; null until the slice of the document has looked at it. */
  wanted: readonly string[] | null;
};

/** The refused parts of one document: on this device until who wrote them has them back or lets them go. */
export type RefusedParts = {
  all(): readonly RefusedPart[];
  subscribe(changed: () => void): () => void;
  /** Resolves when a part is on this device, for the next visit alone. */
  keep(part: RefusedPart): Promise<void>;
  /** Adds a part, also in the place of an earlier form of it. */
  put(part: RefusedPart): void;
  drop(id: string): void;
};

const store = deviceStore('refused');

/** Opens the refused parts of a document, named as this device's copy of it is. */
export function openRefusedParts(kept: string): RefusedParts {
  const listeners = openListeners<void>();
  let parts: readonly RefusedPart[] = [];
  const become = (next: readonly RefusedPart[]) => {
    parts = next;
    listeners.tell();
  };
  const keyOf = (id: string) => `${kept}/${id}`;
  const restored = store.list(`${kept}/`).then(found => {
    const known = new Set(parts.map(({ id }) => id));
    const earlier = found.map(([, part]) => part as RefusedPart).filter(({ id }) => !known.has(id));
    if (earlier.length > 0) become([...earlier, ...parts]);
  });
  background(restored, 'documents');
  const keep = (part: RefusedPart) => store.put(keyOf(part.id), part);
  return {
    all: () => parts,
    subscribe: listeners.add,
    keep,
    put(part) {
      become([...parts.filter(({ id }) => id !== part.id), part]);
      background(keep(part), 'documents');
    },
    drop(id) {
      become(parts.filter(part => part.id !== id));
      background(store.remove(keyOf(id)), 'documents');
    },
  };
}
