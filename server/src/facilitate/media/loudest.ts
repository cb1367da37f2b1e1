import { type PersonId, plenaryOf, type RoomId, sessionOf } from '@multaqa/shared/kernel/ids';
import { limits } from '@multaqa/shared/limits';

/**
 * What was last heard of an open microphone. `level` is its smoothed loudness in dB below full scale (less is
 * louder); `begunAt` and `loudAt` are the first and the latest loud packet of what is being said, ms.
 */
export type Voice = { level: number; begunAt: number; loudAt: number };

/** Who of a room is heard, and whose sound is kept ready to be heard at once, in the order in which it was made ready. */
export type Hearing = { heard: readonly PersonId[]; ready: readonly PersonId[] };

export const silence: Voice = { level: 127, begunAt: Number.NEGATIVE_INFINITY, loudAt: Number.NEGATIVE_INFINITY };
export const nobody: Hearing = { heard: [], ready: [] };

/** Louder than this (dB below full scale) is a voice and not a room. */
const threshold = 50;
const smoothing = 0.2;
/** A pause this long (ms) ends what is being said; a sound this short is a cough. */
const pause = 600;
const cough = 60;
/** Somebody who has the ear of the room gives way only to a voice this much louder (dB) that has lasted this long (ms). */
const margin = { level: 6, lasting: 300 };
/** A place in the hearing counts as free when its owner has said nothing for so long, ms. */
const free = 400;

/** The voice after one more packet at `now` whose loudness is `below` dB under full scale (RFC 6464). */
export function hear(voice: Voice, below: number, now: number): Voice {
  const level = voice.level + smoothing * (below - voice.level);
  if (below > threshold) return { ...voice, level };
  return { level, begunAt: now - voice.loudAt > pause ? now : voice.begunAt, loudAt: now };
}

export const isLoud = ({ loudAt }: Voice, now: number): boolean => loudAt === now;

/** True until the pause after the last sound is over. */
export const isRecent = ({ loudAt }: Voice, now: number): boolean => now - loudAt < pause;

/** True from the second sound on until the pause after the last. */
export const isSpeaking = (voice: Voice, now: number): boolean =>
  isRecent(voice, now) && voice.loudAt - voice.begunAt >= cough;

/** True where only the loudest are heard; a breakout hears everybody. */
export const hearsLoudest = (room: RoomId): boolean => room === plenaryOf(sessionOf(room));

/**
 * Who is heard in a room after `person` was loud: at most `limits.voicesHeard`. A newcomer takes a place that nobody
 * uses, at once, so that the first word is not lost; who speaks keeps their place unless the newcomer is clearly
 * louder. (Last-N by loudness, as in JVB's `loudest` and libwebrtc's mixer of three.)
 */
export function takeTurn(
  heard: readonly PersonId[],
  person: PersonId,
  voiceOf: (person: PersonId) => Voice,
  now: number,
): readonly PersonId[] {
  if (heard.includes(person)) return heard;
  if (heard.length < limits.voicesHeard) return [...heard, person];
  const byQuiet = [...heard].sort((a, b) => voiceOf(a).loudAt - voiceOf(b).loudAt);
  const idle = byQuiet.find(other => now - voiceOf(other).loudAt > free);
  const given = idle ?? faintest(heard, person, voiceOf, now);
  return given ? [...heard.filter(other => other !== given), person] : heard;
}

/**
 * Who is told to speak, the loudest first. While the same people speak, who was told first stays first unless another
 * is clearly louder: the order of equals would change with every syllable.
 */
export function speakersOf(
  before: readonly PersonId[],
  voices: ReadonlyMap<PersonId, Voice>,
  now: number,
): readonly PersonId[] {
  const speaking = [...voices].filter(([, voice]) => isSpeaking(voice, now)).sort(([, a], [, b]) => a.level - b.level);
  const isSame = speaking.length === before.length && speaking.every(([person]) => before.includes(person));
  const [first] = before.map(person => voices.get(person)?.level ?? silence.level);
  const [loudest] = speaking.map(([, { level }]) => level);
  if (isSame && (first ?? 0) - (loudest ?? 0) < margin.level) return before;
  return speaking.map(([person]) => person);
}

function faintest(
  heard: readonly PersonId[],
  person: PersonId,
  voiceOf: (person: PersonId) => Voice,
  now: number,
): PersonId | null {
  const mine = voiceOf(person);
  const [quietest] = [...heard].sort((a, b) => voiceOf(b).level - voiceOf(a).level);
  if (!quietest || now - mine.begunAt < margin.lasting) return null;
  return voiceOf(quietest).level - mine.level >= margin.level ? quietest : null;
}

/** Keeps a newly opened microphone ready, in the place of the one that was made ready first and is not heard. */
export function makeReady(hearing: Hearing, person: PersonId): Hearing {
  const ready = [...hearing.ready.filter(other => other !== person), person];
  if (ready.length <= limits.voicesReady) return { ...hearing, ready };
  const oldest = ready.find(other => other !== person && !hearing.heard.includes(other));
  return { ...hearing, ready: ready.filter(other => other !== oldest) };
}

/** The hearing without somebody who left or closed the microphone. */
export const forget = ({ heard, ready }: Hearing, person: PersonId): Hearing => ({
  heard: heard.filter(other => other !== person),
  ready: ready.filter(other => other !== person),
});
