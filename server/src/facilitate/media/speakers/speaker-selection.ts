import { type PersonId, plenaryOf, type RoomId, sessionOf } from '@multaqa/shared/kernel/ids';
import { limits } from '@multaqa/shared/limits';

/**
 * The recent audio level of an open microphone. `level` is smoothed, in -dBov (dB below full scale: less is louder);
 * `startedAt` and `loudAt` are the first and the latest loud packet of the current utterance, ms.
 */
export type AudioLevel = { level: number; startedAt: number; loudAt: number };

/** Who is forwarded to a plenary, and who is on standby: their consumers exist, paused, oldest first. */
export type SpeakerSelection = { selected: readonly PersonId[]; standby: readonly PersonId[] };

/** The level of somebody who has said nothing yet. */
export const silence: AudioLevel = {
  level: 127,
  startedAt: Number.NEGATIVE_INFINITY,
  loudAt: Number.NEGATIVE_INFINITY,
};
/** Nobody selected, nobody on standby. */
export const noSpeakers: SpeakerSelection = { selected: [], standby: [] };

/** What is louder than this (-dBov) is speech; what is not is the noise of a room. */
const threshold = 50;
const smoothing = 0.2;
/** A pause this long (ms) ends an utterance; an utterance this short is a cough. */
const pause = 600;
const cough = 60;
/** A selected speaker who speaks gives way only to somebody this much louder (dB) for this long (ms). */
const margin = { level: 6, lasting: 300 };
/** A selected speaker who has been silent for this long (ms) may be replaced at once. */
const idleAfter = 400;

/** The level after one more packet at `now` (ms) with an audio level of `below` -dBov (RFC 6464). */
export function updateLevel(before: AudioLevel, below: number, now: number): AudioLevel {
  const level = before.level + smoothing * (below - before.level);
  if (below > threshold) return { ...before, level };
  return { level, startedAt: now - before.loudAt > pause ? now : before.startedAt, loudAt: now };
}

/** True when the latest packet, at `now`, was loud. */
export const isLoud = ({ loudAt }: AudioLevel, now: number): boolean => loudAt === now;

/** True until the pause after the last loud packet is over. */
export const isRecent = ({ loudAt }: AudioLevel, now: number): boolean => now - loudAt < pause;

/** True from the second loud packet until the pause after the last. */
export const isSpeaking = (level: AudioLevel, now: number): boolean =>
  isRecent(level, now) && level.loudAt - level.startedAt >= cough;

/** True for a plenary, where speakers are always selected. */
export const isPlenary = (room: RoomId): boolean => room === plenaryOf(sessionOf(room));

/** So many microphones fewer than those that begin a selection in a breakout end it, so that one that opens and closes does not switch. */
const slack = 5;

/**
 * True where only selected speakers are forwarded: in a plenary, and in a breakout with more open microphones than can all be
 * heard. `selects`: they are so far.
 */
export const selectsSpeakers = (room: RoomId, open: number, selects: boolean): boolean =>
  isPlenary(room) || open > limits.heardMicrophones - (selects ? slack : 0);

/** True where speakers are selected, or may be with the next microphones that open: the detector knows them by then. */
export const mightSelectSpeakers = (room: RoomId, open: number): boolean => selectsSpeakers(room, open, true);

/**
 * The selected speakers of a plenary after `person` was loud, at most `limits.selectedSpeakers`. A newcomer takes an
 * idle place at once, so that the first word is not lost; somebody who speaks keeps their place unless the newcomer is
 * clearly louder. (Last-N by loudness, as JVB's `loudest` and the three of libwebrtc's audio mixer.)
 */
export function selectSpeaker(
  selected: readonly PersonId[],
  person: PersonId,
  levelOf: (person: PersonId) => AudioLevel,
  now: number,
): readonly PersonId[] {
  if (selected.includes(person)) return selected;
  if (selected.length < limits.selectedSpeakers) return [...selected, person];
  const longestSilentFirst = [...selected].sort((a, b) => levelOf(a).loudAt - levelOf(b).loudAt);
  const idle = longestSilentFirst.find(other => now - levelOf(other).loudAt > idleAfter);
  const replaced = idle ?? quietestBelow(selected, person, levelOf, now);
  return replaced ? [...selected.filter(other => other !== replaced), person] : selected;
}

/** The quietest of the selected speakers, when `person` is clearly louder; otherwise null. */
function quietestBelow(
  selected: readonly PersonId[],
  person: PersonId,
  levelOf: (person: PersonId) => AudioLevel,
  now: number,
): PersonId | null {
  const own = levelOf(person);
  const [quietest] = [...selected].sort((a, b) => levelOf(b).level - levelOf(a).level);
  if (!quietest || now - own.startedAt < margin.lasting) return null;
  return levelOf(quietest).level - own.level >= margin.level ? quietest : null;
}

/**
 * The active speakers at `now` (ms), loudest first. While the same people speak, the first stays first unless another
 * is clearly louder: otherwise the order of equals would change with every syllable.
 */
export function activeSpeakersOf(
  before: readonly PersonId[],
  levels: ReadonlyMap<PersonId, AudioLevel>,
  now: number,
): readonly PersonId[] {
  const active = [...levels].filter(([, level]) => isSpeaking(level, now)).sort(([, a], [, b]) => a.level - b.level);
  const isSame = active.length === before.length && active.every(([person]) => before.includes(person));
  const [first] = before.map(person => levels.get(person)?.level ?? silence.level);
  const [loudest] = active.map(([, { level }]) => level);
  if (isSame && (first ?? 0) - (loudest ?? 0) < margin.level) return before;
  return active.map(([person]) => person);
}

/** Puts somebody on standby, in place of the one who has been there longest and is not selected. */
export function putOnStandby(selection: SpeakerSelection, person: PersonId): SpeakerSelection {
  const standby = [...selection.standby.filter(other => other !== person), person];
  if (standby.length <= limits.standbySpeakers) return { ...selection, standby };
  const oldest = standby.find(other => other !== person && !selection.selected.includes(other));
  return { ...selection, standby: standby.filter(other => other !== oldest) };
}

/** The selection without somebody who left or closed the microphone. */
export const removeSpeaker = ({ selected, standby }: SpeakerSelection, person: PersonId): SpeakerSelection => ({
  selected: selected.filter(other => other !== person),
  standby: standby.filter(other => other !== person),
});
