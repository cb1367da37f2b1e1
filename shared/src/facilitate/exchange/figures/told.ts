import { itemsOf } from '../../../kernel/chunked.ts';
import type { Groups } from '../../../kernel/context.ts';
import type { PersonId, RoomId } from '../../../kernel/ids.ts';
import { limits } from '../../../limits.ts';
import type { Stratum } from '../exchange.messages.ts';
import type { Contribution, RoomExchange, SessionExchange } from '../exchange.state.ts';
import { isTurn, type Utterance } from '../speech.ts';

/** Somebody was in a room from when to when, ms since the epoch. */
export type Stay = { person: PersonId; as: Stratum; of: Groups; room: RoomId; from: number; to: number };
export type Turn = Utterance & { room: RoomId };

/** All that figures are told from: of one room, one session, or the sessions of a dialogue. */
export type Told = {
  stays: readonly Stay[];
  /** By when they began. */
  turns: readonly Turn[];
  /** Back-channels of voices. */
  brief: number;
  contributions: readonly Contribution[];
  replies: readonly { author: PersonId; person: PersonId; times: number }[];
};

/** The last instant that is known of a room, ms since the epoch. */
export const knownTo = ({ seats, speech }: RoomExchange): number =>
  seats.reduce((last, { from, to }) => Math.max(last, to ?? from), speech.knownTo);

/** What is told of some rooms of a session; of all of them without a list. */
export function toldOf(session: SessionExchange, rooms: readonly RoomId[] = Object.keys(session.rooms)): Told {
  const known = rooms.flatMap(room => (session.rooms[room] ? [{ room, ...session.rooms[room] }] : []));
  const isAll = rooms.length === Object.keys(session.rooms).length;
  const until = Math.max(0, ...known.map(knownTo), ...[...itemsOf(session.contributions)].map(({ at }) => at));
  const turns = known.flatMap(({ room, speech: { turns: over, going } }) =>
    [...itemsOf(over), ...Object.values(going).filter(isTurn)].map(turn => ({ ...turn, room })),
  );
  return {
    stays: known.flatMap(({ room, seats }) =>
      seats.map(seat => ({ ...seat, room, to: seat.to ?? Math.max(until, seat.from) })),
    ),
    turns: turns.sort((a, b) => a.from - b.from || a.to - b.to || (a.person < b.person ? -1 : 1)),
    brief: known.reduce((sum, { speech }) => sum + Object.values(speech.brief).reduce((all, one) => all + one, 0), 0),
    contributions: [...itemsOf(session.contributions)].filter(({ room }) => rooms.includes(room)),
    // Replies in writing are known by session.
    replies: isAll
      ? Object.entries(session.replies).flatMap(([author, by]) =>
          Object.entries(by).map(([person, times]) => ({ author, person, times })),
        )
      : [],
  };
}

/** Several sessions as one. */
export const joined = (all: readonly Told[]): Told => ({
  stays: all.flatMap(({ stays }) => stays),
  turns: all.flatMap(({ turns }) => turns),
  brief: all.reduce((sum, { brief }) => sum + brief, 0),
  contributions: all.flatMap(({ contributions }) => contributions),
  replies: all.flatMap(({ replies }) => replies),
});

/** Ms during which at least one of these was there. */
function unionMs(spans: readonly { from: number; to: number }[]): number {
  let [sum, end] = [0, 0];
  for (const { from, to } of [...spans].sort((a, b) => a.from - b.from)) {
    sum += Math.max(0, to - Math.max(from, end));
    end = Math.max(end, to);
  }
  return sum;
}

/** Somebody of the figures, with what they belonged to last, ms spoken in turns, and when they first came (ms since the epoch). */
export type Voice = { person: PersonId; of: Groups; ms: number; cameAt: number };

/**
 * The people whom the figures are about: every voice that was present for at least half of the window, also those who never
 * spoke, by their ids. Leaving the silent out is the classic error (features 5.3).
 */
export function voicesOf(
  stays: readonly Stay[],
  spoken: ReadonlyMap<PersonId, number>,
): { windowMs: number; voices: Voice[] } {
  const windowMs = unionMs(stays);
  const known = new Map<PersonId, Voice & { present: number }>();
  for (const { person, as, of, from, to } of stays) {
    if (as !== 'voice') continue;
    const before = known.get(person) ?? { person, of, ms: spoken.get(person) ?? 0, cameAt: from, present: 0 };
    known.set(person, { ...before, of, cameAt: Math.min(before.cameAt, from), present: before.present + to - from });
  }
  const voices = [...known.values()]
    .filter(({ present }) => windowMs > 0 && 2 * present >= windowMs)
    .map(({ present: _, ...voice }) => voice)
    .sort((a, b) => (a.person < b.person ? -1 : 1));
  return { windowMs, voices };
}

/** Ms in turns by voice. */
export function spokenIn(turns: readonly Utterance[]): Map<PersonId, number> {
  const sums = new Map<PersonId, number>();
  for (const { person, as, from, to } of turns)
    if (as === 'voice') sums.set(person, (sums.get(person) ?? 0) + to - from);
  return sums;
}

/** Why figures are not told: too few voices, or too little speech (features 5.3, reporting rule). */
export type Lack = 'few' | 'short';

/** What is lacking of `n` voices and `ms` of speech; null for nothing. */
export function lackOf(n: number, ms: number): Lack | null {
  if (n < limits.fewestForFigures) return 'few';
  return ms < limits.leastSpeech ? 'short' : null;
}

/** A figure as it is told: to four digits after the point, so that no computer tells another last one; zero is never negative. */
export const rounded = (value: number): number => Math.round(value * 10_000) / 10_000 + 0;
