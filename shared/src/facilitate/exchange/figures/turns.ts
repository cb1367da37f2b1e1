import { groupedBy } from '../../../kernel/grouped.ts';
import type { PersonId } from '../../../kernel/ids.ts';
import { limits } from '../../../limits.ts';
import { nextTurns } from './replies.ts';
import { rounded, type Turn } from './told.ts';

/** How voices took turns; times in seconds, shares between 0 and 1; null where there was none. */
export type TurnTaking = {
  turns: number;
  brief: number;
  medianLength: number | null;
  longShare: number | null;
  /** (turns − 1) / (utterances − 1) (Woolley and others 2010, doi:10.1126/science.1193147). */
  index: number | null;
  /** −Σ π_i T_ij ln T_ij / ln(n − 1), T the next-speaker matrix and π the share of turns; low where two people play ping-pong. */
  transitions: number | null;
  /** Overlaps of more than a second that end the other's turn, by turn. */
  interruptions: number | null;
};

/** How `n` voices took turns, `brief` back-channels apart. */
export function turnTakingOf(all: readonly Turn[], brief: number, n: number): TurnTaking {
  const turns = all.filter(({ as }) => as === 'voice');
  const lengths = turns.map(({ from, to }) => to - from).sort((a, b) => a - b);
  const sum = lengths.reduce((total, one) => total + one, 0);
  const long = lengths.filter(one => one > limits.longTurn).reduce((total, one) => total + one, 0);
  const utterances = turns.length + brief;
  return {
    turns: turns.length,
    brief,
    medianLength: median(lengths.map(ms => ms / 1_000)),
    longShare: sum > 0 ? rounded(long / sum) : null,
    index: turns.length > 0 && utterances > 1 ? rounded((turns.length - 1) / (utterances - 1)) : null,
    transitions: transitionsOf(turns, n),
    interruptions: turns.length > 0 ? rounded(interruptionsOf(turns) / turns.length) : null,
  };
}

/** The middle of ascending numbers, or the mean of the middle two; null of none. */
export function median(ascending: readonly number[]): number | null {
  const middle = ascending.length / 2;
  const [low, high] = [ascending[Math.ceil(middle) - 1], ascending[Math.floor(middle)]];
  return low === undefined || high === undefined ? null : rounded((low + high) / 2);
}

function transitionsOf(turns: readonly Turn[], n: number): number | null {
  const next = nextTurns(turns).filter(({ before, next: after }) => before.person !== after.person);
  if (n < 3 || next.length === 0) return null;
  const from = groupedBy(next, ({ before }) => before.person);
  const terms = [...from].flatMap(([person, steps]) => {
    const share = turns.filter(turn => turn.person === person).length / turns.length;
    return [...groupedBy(steps, ({ next: after }) => after.person).values()].map(({ length }) => {
      const chance = length / steps.length;
      return -share * chance * Math.log(chance);
    });
  });
  // Ascending, so that the sum does not depend on who is who.
  const entropy = terms.sort((a, b) => a - b).reduce((sum, term) => sum + term, 0);
  return rounded(entropy / Math.log(n - 1));
}

function interruptionsOf(turns: readonly Turn[]): number {
  let count = 0;
  for (const inRoom of groupedBy(turns, ({ room }) => room).values())
    inRoom.forEach((turn, at) => {
      for (const later of inRoom.slice(at + 1)) {
        if (later.from >= turn.to) break;
        if (later.person !== turn.person && later.to > turn.to && turn.to - later.from > limits.interruption)
          count += 1;
      }
    });
  return count;
}

/** When voices were first heard, in seconds after they came: the median, and how many only after `limits.lateVoice`. Null where nobody was heard. */
export type FirstVoices = { median: number | null; late: number };

/** First turns and contributions of voices, each with the instant at which they came. */
export function firstVoicesOf(
  voices: readonly { person: PersonId; cameAt: number }[],
  heard: readonly { person: PersonId; at: number }[],
): FirstVoices {
  const first = new Map<PersonId, number>();
  for (const { person, at } of heard) first.set(person, Math.min(at, first.get(person) ?? at));
  const waits = voices.flatMap(({ person, cameAt }) => {
    const at = first.get(person);
    return at === undefined ? [] : [Math.max(0, at - cameAt)];
  });
  return {
    median: median(waits.sort((a, b) => a - b).map(ms => ms / 1_000)),
    late: waits.filter(ms => ms > limits.lateVoice).length,
  };
}
