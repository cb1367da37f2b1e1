import type { ToldCaret } from '@multaqa/shared/documents/wire';
import { limits } from '@multaqa/shared/limits';
import type { Clock } from '../platform/clock.ts';
import type { Opening } from './openings.ts';

/** Where people are in documents: told to the others, the newest of each, and never kept. */
export type Carets = {
  /** The caret of a tab is there now. Who it is comes from the connection; whatever name is in `state` is left out. */
  put(opening: Opening, clock: number, state: Record<string, unknown> | null): void;
  /** The tab shows no caret any more. */
  remove(opening: Opening): void;
  of(dialogue: string, document: string): ToldCaret[];
};

type Told = (dialogue: string, document: string, carets: readonly ToldCaret[]) => void;

/** Gathers what comes within a tick; what comes after a quiet one is told at once. */
export function openCarets(clock: Pick<Clock, 'at' | 'now' | 'monotonic'>, tell: Told): Carets {
  const known = new Map<string, Map<number, ToldCaret>>();
  const waiting = new Map<string, Map<number, ToldCaret>>();
  const quietFrom = new Map<string, number>();

  function told({ dialogue, document }: Opening, caret: ToldCaret): void {
    const key = `${dialogue} ${document}`;
    const together = waiting.get(key);
    if (together) {
      if (together.has(caret.client) || together.size < limits.caretsPerTick) together.set(caret.client, caret);
      return;
    }
    waiting.set(key, new Map([[caret.client, caret]]));
    const wait = Math.max(0, (quietFrom.get(key) ?? 0) - clock.monotonic());
    clock.at(clock.now() + wait, () => {
      const carets = [...(waiting.get(key)?.values() ?? [])];
      waiting.delete(key);
      if (known.has(key)) quietFrom.set(key, clock.monotonic() + limits.caretTick);
      else quietFrom.delete(key);
      tell(dialogue, document, carets);
    });
  }

  return {
    put(opening, at, state) {
      const { dialogue, document, client, person } = opening;
      const key = `${dialogue} ${document}`;
      const carets = known.get(key) ?? new Map<number, ToldCaret>();
      const before = carets.get(client);
      if (before && before.clock >= at) return;
      const caret = { client, clock: at, person, state: state && { ...state, user: { person }, person } };
      carets.set(client, caret);
      known.set(key, carets);
      told(opening, caret);
    },
    remove(opening) {
      const { dialogue, document, client, person } = opening;
      const key = `${dialogue} ${document}`;
      const carets = known.get(key);
      const before = carets?.get(client);
      if (!before) return;
      carets?.delete(client);
      if (carets?.size === 0) known.delete(key);
      told(opening, { client, clock: before.clock + 1, person, state: null });
    },
    of: (dialogue, document) => [...(known.get(`${dialogue} ${document}`)?.values() ?? [])],
  };
}
