import type { Media, PersonStreams } from '../media-state.ts';

/** How loud (0 to 1) one's own room stays under a voice from beyond it. */
const under = 0.3;

/**
 * How loud (0 to 1) one's own room is played: quieter while a host listens to another room, and while a host speaks to this room
 * or to this person alone. A room that is listened to goes before also while nobody speaks there, so that the sound does not go up and down.
 */
export const roomVolume = (streams: Media['streams']): number => ([...streams.values()].some(goesBefore) ? under : 1);

const goesBefore = (stream: PersonStreams): boolean => stream.audioWay === 'listening' || isSpokenFromElsewhere(stream);

/** True while a host with an open microphone speaks from elsewhere to this room, or to this person alone. */
export const isSpokenFromElsewhere = ({ audioWay, audioPaused }: PersonStreams): boolean =>
  !audioPaused && (audioWay === 'address' || audioWay === 'whisper');
