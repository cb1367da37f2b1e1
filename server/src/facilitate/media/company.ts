import type { ParticipantMedia } from '@multaqa/shared/facilitate/media/signalling';
import type { PersonId, RoomId } from '@multaqa/shared/kernel/ids';
import type { Clock } from '../../platform/clock.ts';
import type { Member } from './member.ts';

/** Tells rooms who takes part in them with which device, and afterwards what has changed; each change is put together once for all. */
export type News = { tellSoon(room: RoomId): void };

/** Changes are told at most so often (ms). */
const pauseBetweenNews = 100;

export function openNews(inRoom: (room: RoomId) => ReadonlySet<Member>, clock: Clock): News {
  const told = new Map<RoomId, ReadonlyMap<PersonId, ParticipantMedia>>();
  const due = new Set<RoomId>();

  function tell(room: RoomId): void {
    const here = inRoom(room);
    if (here.size === 0) return void told.delete(room);
    const now = new Map([...here].map(member => [member.guest.person, seen(member)]));
    const people = changesOf(told.get(room) ?? new Map(), now);
    told.set(room, now);
    for (const member of here) {
      if (member.toldRoom !== room) member.guest.send('participants', { all: true, people: Object.fromEntries(now) });
      else if (Object.keys(people).length > 0) member.guest.send('participants', { all: false, people });
      member.toldRoom = room;
    }
  }

  return {
    tellSoon(room) {
      due.add(room);
      if (due.size > 1) return;
      clock.at(clock.now() + pauseBetweenNews, () => {
        const rooms = [...due];
        due.clear();
        for (const changed of rooms) tell(changed);
      });
    },
  };
}

function seen({ producers, network }: Member): ParticipantMedia {
  const microphone = producers.get('microphone');
  return {
    microphone: microphone !== undefined && !microphone.closed && !microphone.paused,
    camera: isSent(producers, 'camera'),
    screen: isSent(producers, 'screen'),
    network,
  };
}

const isSent = (producers: Member['producers'], source: 'camera' | 'screen'): boolean =>
  producers.get(source)?.closed === false;

function changesOf(
  before: ReadonlyMap<PersonId, ParticipantMedia>,
  now: ReadonlyMap<PersonId, ParticipantMedia>,
): Record<PersonId, ParticipantMedia | null> {
  const gone = [...before.keys()].filter(person => !now.has(person)).map(person => [person, null] as const);
  const changed = [...now].filter(([person, seen]) => !isSame(before.get(person), seen));
  return Object.fromEntries([...gone, ...changed]);
}

const isSame = (a: ParticipantMedia | undefined, b: ParticipantMedia): boolean =>
  a !== undefined &&
  a.microphone === b.microphone &&
  a.camera === b.camera &&
  a.screen === b.screen &&
  a.network === b.network;
