import type { Policy } from '@multaqa/shared/facilitate/floor/floor.messages';
import { placeOf, presentIn, type Reason } from '@multaqa/shared/facilitate/floor/floor.order';
import type { Turn } from '@multaqa/shared/facilitate/floor/floor.state';
import type { ShownAsk, ShownFloor } from '@multaqa/shared/facilitate/floor/floor.view';
import { limits } from '@multaqa/shared/limits';

/**
 * How somebody stands to the floor of their room, which is what the big button says. `free`: asking gives the floor at once.
 * `asked`: a host gives it, in an order of their own. `place` is counted from 0, `ahead` are those of a round who come before.
 */
export type Standing =
  | { kind: 'free' }
  | { kind: 'ask' }
  | { kind: 'asked'; ask: ShownAsk }
  | { kind: 'waiting'; ask: ShownAsk; place: number; reason: Reason }
  | { kind: 'next'; ask: ShownAsk }
  | { kind: 'round'; ahead: number }
  | { kind: 'holding'; turn: Turn };

/** How a person stands to a floor under a policy. */
export function standingOf(floor: ShownFloor, me: string, policy: Policy): Standing {
  const { holder, queue, round } = floor;
  if (holder?.person === me) return { kind: 'holding', turn: holder };
  const ask = queue.find(({ person }) => person === me);
  const at = round ? comingIn(floor).indexOf(me) : -1;
  if (at >= 0 && ask?.as !== 'reply') return { kind: 'round', ahead: at };
  if (ask) return waitingAs(ask, queue, policy);
  const isFree = !holder && !round && presentIn(queue).length === 0 && policy !== 'hand';
  return { kind: isFree ? 'free' : 'ask' };
}

function waitingAs(ask: ShownAsk, queue: readonly ShownAsk[], policy: Policy): Standing {
  if (policy === 'hand') return { kind: 'asked', ask };
  const found = placeOf(queue, ask.item);
  if (!found || aheadOf(queue, found.place).length === 0) return { kind: 'next', ask };
  return { kind: 'waiting', ask, ...found };
}

/** Who of a queue is served before a place: those who are away are passed over. */
const aheadOf = (queue: readonly ShownAsk[], place: number): ShownAsk[] => presentIn(queue.slice(0, place));

/** Who of a round is still to come, without who speaks in it now; those who have passed are last. */
export function comingIn({ round, holder }: Pick<ShownFloor, 'round' | 'holder'>): string[] {
  const speaks = holder?.as === 'round' ? holder.person : null;
  return round ? [...round.waiting, ...round.again].filter(person => person !== speaks) : [];
}

/**
 * How long it takes until the floor comes to a place of the queue, in seconds: what is left of the present turn and of the
 * round, and a usual turn for each of those ahead. `now` in ms since the epoch. Who speaks longer than usual is expected to end now.
 */
export function waitOf(floor: ShownFloor, place: number, now: number): number {
  const { holder, queue, round, usual } = floor;
  const lengthOf = (as: Turn['as']): number => {
    if (as === 'reply' || as === 'process') return limits.replySeconds;
    return as === 'round' ? (round?.seconds ?? usual) : usual;
  };
  const current = holder ? Math.max(0, lengthOf(holder.as) - Math.max(0, now - holder.since) / 1_000) : 0;
  const before = aheadOf(queue, place).reduce((sum, { as }) => sum + lengthOf(as), 0);
  const circle = comingIn(floor).length * lengthOf('round');
  return current + before + circle;
}

/** Why somebody stands where they do, as a key and a count for words: what weighs most of what is before them. */
export type Why = { why: 'hosts' | 'less' | 'first' | 'earlier' | 'overtook' | 'alone'; count: number };

/** The reason of a place in a queue, from the order and the time alone. */
export function whyOf(queue: readonly ShownAsk[], item: string): Why {
  const found = placeOf(queue, item);
  const own = queue[found?.place ?? -1];
  if (!found || !own) return { why: 'alone', count: 0 };
  const { hosts, less, first, earlier } = found.reason;
  if (hosts > 0 || own.placed !== null) return { why: 'hosts', count: hosts };
  if (less > 0) return { why: 'less', count: less };
  if (earlier > 0) return { why: 'earlier', count: earlier };
  if (first > 0) return { why: 'first', count: first };
  // Who is the first of all may have passed by others who asked before.
  const passed = queue.filter(({ as, at, placed }) => as === own.as && placed === null && at < own.at).length;
  return passed > 0 ? { why: 'overtook', count: passed } : { why: 'alone', count: 0 };
}

/** How a turn stands to its end: `soon` in the last ten seconds, `over` once its time is up. */
export type Cue = 'none' | 'soon' | 'over';

const soon = 10_000;

/** The cue of a turn at an instant, in ms since the epoch. */
export function cueOf({ since, seconds }: Pick<Turn, 'since' | 'seconds'>, now: number): Cue {
  if (seconds === null) return 'none';
  const left = since + seconds * 1_000 - now;
  if (left <= 0) return 'over';
  return left <= soon ? 'soon' : 'none';
}
