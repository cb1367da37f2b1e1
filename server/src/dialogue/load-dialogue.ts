import type { State } from '@multaqa/shared/kernel/composition';
import type { Rules } from '@multaqa/shared/kernel/rules';
import type { AnySlice, Recorded } from '@multaqa/shared/kernel/slice';
import { limits } from '@multaqa/shared/limits';
import type { FactRange, SnapshotIndex, Store } from '../platform/store/store.ts';
import { partId, partsOf } from './state-parts.ts';

/** A dialogue as its log tells it today. */
export type LoggedDialogue = {
  state: State;
  seq: number;
  /** Where the snapshot stands that it was read from; 0 without one. */
  snapshotSeq: number;
  /** The parts that were read from it, by `partId`: the next snapshot need not write these objects again. */
  snapshotParts: ReadonlyMap<string, object>;
  /** When the last fact was recorded, in ms since the epoch. */
  lastAt: number;
};

/** The log holds something that these rules cannot read: nothing is lost, but nobody may act on it. */
export class Unreadable extends Error {}

type LogPort = Pick<Store['dialogues'], 'load' | 'facts' | 'snapshotParts'>;

/** Called with how many facts have been read; it ends the reading by throwing. */
type Step = (done: number, total: number) => void;

/**
 * Reads a dialogue from its snapshot and the facts after it, page by page, so that nothing else waits long meanwhile. What
 * of the snapshot is damaged or was written in another form is told again by its slice's facts from the beginning; the rest is not.
 */
export async function loadDialogue(
  dialogue: string,
  rules: Rules,
  store: LogPort,
  step: Step = () => {},
): Promise<LoggedDialogue> {
  const { snapshot, facts, seq, lastAt } = await store.load(dialogue);
  const start: { [slice: string]: unknown } = {};
  const stale: string[] = [];
  const snapshotParts = new Map<string, object>();
  for (const slice of rules.slices) {
    const kept = snapshot && (await readSlice(dialogue, slice, snapshot, store));
    start[slice.name] = kept ? kept.state : slice.initial;
    if (snapshot && !kept) stale.push(slice.name);
    for (const [key, part] of Object.entries(kept?.parts ?? {})) snapshotParts.set(partId(slice.name, key), part);
  }
  const from = snapshot?.seq ?? 0;
  const log: LogPages = { dialogue, rules, store, step, total: seq - (stale.length > 0 ? 0 : from), done: 0 };
  const told = stale.length > 0 ? await tell(log, start, { after: 0, upTo: from, slices: stale }) : { state: start };
  const after = await tell(log, told.state, { after: from }, facts);
  const read = { snapshotSeq: from, snapshotParts };
  return { state: after.state, seq: after.seq, ...read, lastAt: Math.max(lastAt, after.at) };
}

/** A slice's state as the snapshot has it; null when it is damaged, changed meanwhile, or of another form. */
async function readSlice(
  dialogue: string,
  slice: AnySlice,
  { seq, slices }: SnapshotIndex,
  store: LogPort,
): Promise<{ state: unknown; parts: { [key: string]: object } } | null> {
  const index = slices[slice.name];
  if (index?.version !== slice.stateVersion) return null;
  const parts: { [key: string]: object } = {};
  for (let at = 0; at < index.keys.length; at += limits.partsPerPage) {
    const keys = index.keys.slice(at, at + limits.partsPerPage);
    const texts = await store.snapshotParts(dialogue, { seq, slice: slice.name, keys });
    for (const [place, key] of keys.entries()) {
      const text = texts[place] ?? null;
      if (text === null) return null;
      parts[key] = JSON.parse(text);
    }
  }
  try {
    return { state: partsOf(slice).join(parts), parts };
  } catch {
    // As with damage, its facts tell it.
    return null;
  }
}

type LogPages = { dialogue: string; rules: Rules; store: LogPort; step: Step; total: number; done: number };

/** The state after the facts of a range, and where and when the last of them stands. */
async function tell(log: LogPages, start: State, range: FactRange, first?: readonly Recorded[]) {
  let [state, seq, at] = [start, range.after, 0];
  let page = first ?? (await log.store.facts(log.dialogue, range));
  while (page.length > 0) {
    // The next page is on its way while this one is read.
    const last = page.at(-1) as Recorded;
    const isLast = page.length < limits.factsPerPage;
    const next = isLast ? [] : log.store.facts(log.dialogue, { ...range, after: last.seq });
    state = fold(log, state, page);
    [seq, at] = [last.seq, last.at];
    page = await next;
  }
  return { state, seq, at };
}

function fold(log: LogPages, start: State, facts: readonly Recorded[]): State {
  const { rules } = log;
  let state = start;
  for (const fact of facts) {
    log.step(log.done, log.total);
    log.done += 1;
    if (rules.isFromLater(fact)) throw new Unreadable(`${fact.kind} at ${fact.seq} was written by a later release`);
    try {
      state = rules.evolve(state, rules.upcast(fact));
    } catch (error) {
      throw new Unreadable(`${fact.kind} at ${fact.seq} cannot be read`, { cause: error });
    }
  }
  return state;
}
