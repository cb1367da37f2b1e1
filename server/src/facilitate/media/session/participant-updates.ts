import type { ParticipantMedia } from '@multaqa/shared/facilitate/media/signalling';
import type { PersonId, RoomId } from '@multaqa/shared/kernel/ids';
import type { Clock } from '../../../platform/clock.ts';
import type { Participant } from './participant.ts';

/** Sends each room its participants and what they send: everybody at first, afterwards the changes, computed once per room. */
export type ParticipantUpdates = {
  /** Sends what has changed in a room within 100 ms. */
  sendSoon(room: RoomId): void;
};

/** Updates are sent at most this often, ms. */
const updateInterval = 100;

/** Participant updates for the rooms of one session; `inRoom` says who is in a room now. */
export function openParticipantUpdates(
  inRoom: (room: RoomId) => ReadonlySet<Participant>,
  clock: Clock,
): ParticipantUpdates {
  const lastSent = new Map<RoomId, ReadonlyMap<PersonId, ParticipantMedia>>();
  const due = new Set<RoomId>();

  function send(room: RoomId): void {
    const here = inRoom(room);
    if (here.size === 0) return void lastSent.delete(room);
    // Who takes part by text is told of the others, and has no devices that these could be told of.
    const heard = [...here].filter(({ by }) => by === 'sound');
    const now = new Map(heard.map(participant => [participant.peer.person, mediaOf(participant)]));
    const people = changesOf(lastSent.get(room) ?? new Map(), now);
    lastSent.set(room, now);
    for (const participant of here) {
      if (participant.lastSentRoom !== room)
        participant.peer.send('participants', { all: true, people: Object.fromEntries(now) });
      else if (Object.keys(people).length > 0) participant.peer.send('participants', { all: false, people });
      participant.lastSentRoom = room;
    }
  }

  return {
    sendSoon(room) {
      due.add(room);
      if (due.size > 1) return;
      clock.at(clock.now() + updateInterval, () => {
        const rooms = [...due];
        due.clear();
        for (const changed of rooms) send(changed);
      });
    },
  };
}

function mediaOf({ producers, network }: Participant): ParticipantMedia {
  const microphone = producers.get('microphone');
  return {
    microphone: microphone !== undefined && !microphone.closed && !microphone.paused,
    camera: isSent(producers, 'camera'),
    screen: isSent(producers, 'screen'),
    network,
  };
}

const isSent = (producers: Participant['producers'], source: 'camera' | 'screen'): boolean =>
  producers.get(source)?.closed === false;

function changesOf(
  before: ReadonlyMap<PersonId, ParticipantMedia>,
  now: ReadonlyMap<PersonId, ParticipantMedia>,
): Record<PersonId, ParticipantMedia | null> {
  const gone = [...before.keys()].filter(person => !now.has(person)).map(person => [person, null] as const);
  const changed = [...now].filter(([person, media]) => !isSame(before.get(person), media));
  return Object.fromEntries([...gone, ...changed]);
}

const isSame = (a: ParticipantMedia | undefined, b: ParticipantMedia): boolean =>
  a !== undefined &&
  a.microphone === b.microphone &&
  a.camera === b.camera &&
  a.screen === b.screen &&
  a.network === b.network;
