import type { Rules, State } from '@multaqa/shared/kernel/rules';
import type { Recorded } from '@multaqa/shared/kernel/slice';
import type { Store } from '../platform/store/store.ts';

/** A dialogue as its log tells it today. */
export type LoggedDialogue = {
  state: State;
  seq: number;
  /** Where the snapshot stands that it was read from; 0 without one. */
  snapshotSeq: number;
  /** When the last fact was recorded, in ms since the epoch. */
  lastAt: number;
};

/** The log holds something that these rules cannot read: nothing is lost, but nobody may act on it. */
export class Unreadable extends Error {}

/**
 * Reads a dialogue from its newest sound snapshot and the facts after it. Parts of the snapshot that were written in
 * another form are told again by their own facts from the beginning; the other parts are not. `step` hears how many of the
 * facts have been read, and may end the reading by throwing.
 */
export async function loadDialogue(
  dialogue: string,
  rules: Rules,
  store: Pick<Store['dialogues'], 'load' | 'factsOfSlices'>,
  step: (done: number, total: number) => void = () => {},
): Promise<LoggedDialogue> {
  const { snapshot, facts, lastAt } = await store.load(dialogue);
  const stale = rules.slices
    .filter(({ name, stateVersion }) => snapshot?.versions[name] !== stateVersion)
    .map(({ name }) => name);
  const earlier = snapshot && stale.length > 0 ? await store.factsOfSlices(dialogue, stale, snapshot.seq) : [];
  const start = Object.fromEntries(
    rules.slices.map(({ name, initial }) => [name, snapshot && !stale.includes(name) ? snapshot.state[name] : initial]),
  );
  return {
    state: fold(rules, start, [...earlier, ...facts], step),
    seq: facts.at(-1)?.seq ?? snapshot?.seq ?? 0,
    snapshotSeq: snapshot?.seq ?? 0,
    lastAt,
  };
}

function fold(
  rules: Rules,
  start: State,
  facts: readonly Recorded[],
  step: (done: number, total: number) => void,
): State {
  let state = start;
  for (const [at, fact] of facts.entries()) {
    step(at, facts.length);
    if (rules.isFromLater(fact)) throw new Unreadable(`${fact.kind} at ${fact.seq} was written by a later release`);
    try {
      state = rules.evolve(state, rules.upcast(fact));
    } catch (error) {
      throw new Unreadable(`${fact.kind} at ${fact.seq} cannot be read`, { cause: error });
    }
  }
  return state;
}
