import type { StreamSource } from '@multaqa/shared/facilitate/media/signalling';
import type { Audience } from '@multaqa/shared/kernel/context';
import type { PersonId, RoomId } from '@multaqa/shared/kernel/ids';
import type { Producer } from 'mediasoup/types';
import { canReceive } from '../session/can-receive.ts';
import { type Participant, videoKey } from '../session/participant.ts';
import { type SpeakerSelection, selectsSpeakers } from '../speakers/speaker-selection.ts';

/** A consumer that somebody is to have; `isForwarded` is false for those that are only kept on standby. */
export type WantedConsumer = { from: Participant; source: StreamSource; producer: Producer; isForwarded: boolean };

/** What the policy asks of a session. */
export type SessionQueries = {
  audienceOf(participant: Participant): Audience | null;
  find(person: PersonId): Participant | null;
  inRoom(room: RoomId): ReadonlySet<Participant>;
  /** Those of a room who share audio with their screen. */
  screenAudioIn(room: RoomId): readonly Participant[];
  speakersIn(room: RoomId): SpeakerSelection;
};

/** True when somebody hears or sees a producer now; other consumers that they have are on standby. */
function isForwardedTo(
  to: Participant,
  from: Participant,
  source: StreamSource,
  room: RoomId,
  selection: SpeakerSelection,
): boolean {
  const { person } = from.peer;
  if (source === 'screen-audio') return true;
  if (source !== 'microphone') return to.shownVideos.has(videoKey(person, source));
  return !selectsSpeakers(room) || selection.selected.includes(person) || to.peer.alwaysHeard().includes(person);
}

/**
 * The consumers that somebody is to have now, by the id of the producer: the microphones of the room (in a plenary the
 * selected speakers, those on standby and the spotlight), the audio of a shared screen, and the videos that the device
 * shows; for who takes part by text the videos alone. Its cost grows with what is heard and seen, and in a breakout with how many are there.
 */
export function wantedConsumers(to: Participant, queries: SessionQueries): Map<string, WantedConsumer> {
  const wanted = new Map<string, WantedConsumer>();
  const audience = queries.audienceOf(to);
  const room = audience?.place?.room;
  if (room === undefined) return wanted;
  const selection = queries.speakersIn(room);
  const add = (from: Participant | null, source: StreamSource) => {
    const producer = from?.producers.get(source);
    if (!from || from === to || !producer || producer.closed) return;
    if (!canReceive(queries.audienceOf(from), audience)) return;
    wanted.set(producer.id, { from, source, producer, isForwarded: isForwardedTo(to, from, source, room, selection) });
  };
  const speakers = selectsSpeakers(room)
    ? [...selection.standby, ...selection.selected, ...to.peer.alwaysHeard()].map(queries.find)
    : queries.inRoom(room);
  if (to.by === 'sound') {
    for (const from of speakers) add(from, 'microphone');
    for (const from of queries.screenAudioIn(room)) add(from, 'screen-audio');
  }
  // The consumer of a hidden video is kept for a while, so that the video is back at once when its page is shown again.
  for (const [id, { from, source, consumer }] of to.consumers)
    if (consumer.kind === 'video' && from.producers.get(source)?.id === id) add(from, source);
  for (const video of to.shownVideos.keys()) {
    const [person = '', source] = video.split(' ');
    add(queries.find(person), source === 'screen' ? 'screen' : 'camera');
  }
  return wanted;
}
