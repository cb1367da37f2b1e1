import type { StreamSource, Way } from '@multaqa/shared/facilitate/media/signalling';
import type { PersonId, RoomId } from '@multaqa/shared/kernel/ids';
import type { Producer } from 'mediasoup/types';
import { wayOf } from '../session/can-receive.ts';
import { type Participant, videoKey } from '../session/participant.ts';
import type { Standing } from '../session/standing.ts';
import type { SpeakerSelection } from '../speakers/speaker-selection.ts';

/** A consumer that somebody is to have, and by which way; `isForwarded` is false for those that are only kept on standby. */
export type WantedConsumer = {
  from: Participant;
  source: StreamSource;
  producer: Producer;
  way: Way;
  isForwarded: boolean;
};

/** What the policy asks of a session. */
export type SessionQueries = {
  standingOf(participant: Participant): Standing | null;
  find(person: PersonId): Participant | null;
  inRoom(room: RoomId): ReadonlySet<Participant>;
  /** Those who speak to other rooms, or to one person alone. */
  addressers(): Iterable<Participant>;
  /** Those of a room who share audio with their screen. */
  screenAudioIn(room: RoomId): readonly Participant[];
  /** Who is forwarded to a room; null where everybody is. */
  speakersIn(room: RoomId): SpeakerSelection | null;
};

/** True when somebody hears or sees a producer now; other consumers that they have are on standby. */
function isForwardedTo(
  to: Participant,
  { from, source, way }: Omit<WantedConsumer, 'isForwarded'>,
  queries: SessionQueries,
): boolean {
  const { person } = from.peer;
  if (source === 'screen-audio') return true;
  if (source !== 'microphone') return to.shownVideos.has(videoKey(person, source));
  if (way === 'address' || way === 'whisper') return true;
  const room = queries.standingOf(from)?.audience.place?.room ?? '';
  const selection = queries.speakersIn(room);
  return !selection || selection.selected.includes(person) || to.peer.alwaysHeard(room).includes(person);
}

/** Those whose microphone somebody is to have: of their room and of the room they listen to, and who speaks to them from elsewhere. */
function* speakersFor(
  to: Participant,
  room: RoomId,
  { reach }: Standing,
  queries: SessionQueries,
): Generator<Participant | null> {
  for (const heard of reach.listens === null ? [room] : [room, reach.listens]) {
    const selection = queries.speakersIn(heard);
    if (!selection) yield* queries.inRoom(heard);
    else
      for (const person of [...selection.standby, ...selection.selected, ...to.peer.alwaysHeard(heard)])
        yield queries.find(person);
  }
  yield* queries.addressers();
}

/**
 * The consumers that somebody is to have now, by the id of the producer: the microphones of the room (in a plenary the
 * selected speakers, those on standby and the spotlight), of the room they listen to and of who speaks to them from elsewhere, the audio
 * of a shared screen, and the videos that the device shows; for who takes part by text the videos alone. Its cost grows with what is
 * heard and seen, and in a breakout with how many are there.
 */
export function wantedConsumers(to: Participant, queries: SessionQueries): Map<string, WantedConsumer> {
  const wanted = new Map<string, WantedConsumer>();
  const standing = queries.standingOf(to);
  const room = standing?.audience.place?.room;
  if (!standing || room === undefined) return wanted;
  const add = (from: Participant | null, source: StreamSource) => {
    const producer = from?.producers.get(source);
    if (!from || from === to || !producer || producer.closed) return;
    const way = wayOf(queries.standingOf(from), standing, source);
    if (way === null) return;
    const consumer = { from, source, producer, way };
    wanted.set(producer.id, { ...consumer, isForwarded: isForwardedTo(to, consumer, queries) });
  };
  if (to.by === 'sound') {
    for (const from of speakersFor(to, room, standing, queries)) add(from, 'microphone');
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
