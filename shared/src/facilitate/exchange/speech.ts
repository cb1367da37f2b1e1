import { append, type Chunked, emptyList } from '../../kernel/chunked.ts';
import { without } from '../../kernel/entries.ts';
import type { PersonId } from '../../kernel/ids.ts';
import { limits } from '../../limits.ts';
import type { Stratum } from './exchange.messages.ts';

/** Somebody spoke from when to when (ms since the epoch), with pauses shorter than `limits.bridgedPause`. */
export type Utterance = { person: PersonId; as: Stratum; from: number; to: number };

/** Who was present in a room, and when; what is known of them besides is not asked for here. */
export type Listener = {
  person: PersonId;
  as: Stratum;
  of: { municipality: string | null };
  from: number;
  to: number | null;
};

/** Ms that the people of one town were heard by those of another, added up over pairs of people: by town that spoke, then by town that listened. */
export type Heard = { readonly [town: string]: { readonly [town: string]: number } };

/** The speech in one room. A turn is an utterance of `limits.turn` or more; a shorter one is a back-channel. */
export type RoomSpeech = {
  /** Until when it is known who spoke, ms since the epoch. */
  knownTo: number;
  /** Utterances that may still go on. */
  going: { readonly [person: PersonId]: Utterance };
  /** The turns that have ended, in the order in which they were known to. */
  turns: Chunked<Utterance>;
  /** Ms spoken in turns, also in those that go on: by voices, and by hosts together. */
  spoken: { readonly [person: PersonId]: number };
  hostMs: number;
  heard: Heard;
  /** Back-channels of voices. */
  brief: { readonly [person: PersonId]: number };
};

export const noSpeech: RoomSpeech = {
  knownTo: 0,
  going: {},
  turns: emptyList,
  spoken: {},
  hostMs: 0,
  heard: {},
  brief: {},
};

/** Turns count in full from their first instant; what is no turn yet counts nothing. */
export const isTurn = ({ from, to }: Pick<Utterance, 'from' | 'to'>): boolean => to - from >= limits.turn;

/**
 * The speech of a room after one more batch. A run that begins within `limits.bridgedPause` of the last one of its speaker
 * goes on with it, so that it makes no difference where batches, or runs, were cut in two.
 */
export function withRuns(
  before: RoomSpeech,
  { to, runs }: { to: number; runs: readonly Utterance[] },
  listeners: readonly Listener[],
): RoomSpeech {
  const ordered = [...runs].sort((a, b) => a.from - b.from || (a.person < b.person ? -1 : 1));
  const spoken = ordered.reduce((now, run) => withRun(now, run, listeners), before);
  const over = Object.values(spoken.going).filter(one => to - one.to >= limits.bridgedPause);
  return over.reduce(ended, { ...spoken, knownTo: Math.max(to, spoken.knownTo) });
}

/** The speech of a room that nobody is in any more: every utterance has ended. */
export const allEnded = (speech: RoomSpeech): RoomSpeech => Object.values(speech.going).reduce(ended, speech);

function withRun(speech: RoomSpeech, run: Utterance, listeners: readonly Listener[]): RoomSpeech {
  const before = speech.going[run.person];
  const goesOn = before && before.as === run.as && run.from - before.to < limits.bridgedPause;
  const base = before && !goesOn ? ended(speech, before) : speech;
  const now = goesOn ? { ...before, to: Math.max(before.to, run.to) } : run;
  const counted = counting(base, goesOn ? before : null, now, listeners);
  return { ...counted, going: { ...counted.going, [run.person]: now } };
}

/** Adds what a turn has more than before: all of it once it is long enough to be one. */
function counting(
  speech: RoomSpeech,
  before: Utterance | null,
  now: Utterance,
  listeners: readonly Listener[],
): RoomSpeech {
  if (!isTurn(now)) return speech;
  const from = before && isTurn(before) ? before.to : now.from;
  const more = now.to - from;
  if (more <= 0) return speech;
  if (now.as === 'host') return { ...speech, hostMs: speech.hostMs + more };
  return {
    ...speech,
    spoken: { ...speech.spoken, [now.person]: (speech.spoken[now.person] ?? 0) + more },
    heard: hearing(speech.heard, { ...now, from }, listeners),
  };
}

function ended(speech: RoomSpeech, utterance: Utterance): RoomSpeech {
  const going = without(speech.going, utterance.person);
  if (isTurn(utterance)) return { ...speech, going, turns: append(speech.turns, utterance) };
  const { person, as } = utterance;
  if (as === 'host') return { ...speech, going };
  return { ...speech, going, brief: { ...speech.brief, [person]: (speech.brief[person] ?? 0) + 1 } };
}

/** Ms of an interval during which somebody was there. */
export const overlapMs = (a: { from: number; to: number }, b: { from: number; to: number | null }): number =>
  Math.max(0, Math.min(a.to, b.to ?? a.to) - Math.max(a.from, b.from));

function hearing(heard: Heard, said: Utterance, listeners: readonly Listener[]): Heard {
  const town = townOf(listeners, said);
  if (town === null) return heard;
  const added: Record<string, number> = {};
  for (const listener of listeners) {
    const { municipality } = listener.of;
    if (listener.as !== 'voice' || municipality === null || listener.person === said.person) continue;
    const ms = overlapMs(said, listener);
    if (ms > 0) added[municipality] = (added[municipality] ?? 0) + ms;
  }
  const before = heard[town] ?? {};
  const sums = Object.entries(added).map(([other, ms]) => [other, (before[other] ?? 0) + ms] as const);
  return { ...heard, [town]: { ...before, ...Object.fromEntries(sums) } };
}

/** The town that somebody belonged to when they began. */
const townOf = (listeners: readonly Listener[], { person, from }: Utterance): string | null =>
  listeners.reduce<string | null>(
    (town, one) => (one.person === person && one.from <= from ? one.of.municipality : town),
    null,
  );

/** Ms that each voice spoke in turns since an instant. */
export function spokenSince({ going, turns: { full, last } }: RoomSpeech, since: number): Map<PersonId, number> {
  const sums = new Map<PersonId, number>();
  const add = ({ person, as, from, to }: Utterance) => {
    if (as === 'voice' && to > since) sums.set(person, (sums.get(person) ?? 0) + to - Math.max(from, since));
  };
  // Turns that ended since are among the last ones: a chunk that ended before is preceded by others that did.
  const chunks = [...full, last];
  for (let at = chunks.length - 1; at >= 0; at -= 1) {
    const chunk = chunks[at] ?? [];
    chunk.forEach(add);
    if (chunk.length > 0 && chunk.every(({ to }) => to <= since)) break;
  }
  Object.values(going).filter(isTurn).forEach(add);
  return sums;
}
