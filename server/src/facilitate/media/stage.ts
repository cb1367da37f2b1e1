import type { NetworkQuality, ShownVideo, StreamSource } from '@multaqa/shared/facilitate/media/signalling';
import type { Id, PersonId, SessionId } from '@multaqa/shared/kernel/ids';
import type { Producer } from 'mediasoup/types';
import type { Guest } from './guest.ts';
import type { Hall } from './halls.ts';
import { createMember, type Ends, type Member, maySend, pictureKey, produce, type StreamToSend } from './member.ts';
import { openSettling, type StagePorts } from './settling.ts';

/** The streams of one session: its plenary and all its rooms share their routers, so that going from room to room opens no new connection. */
export type Stage = {
  session: SessionId;
  members(): readonly Member[];
  size(): number;
  memberOf(person: PersonId): Member | null;
  /** The worker's share that the next person belongs to. */
  hall(): Promise<Hall>;
  /** A person has one place: who had it before is told `replaced`. */
  enter(guest: Guest, device: Id, network: NetworkQuality, ends: Ends): Member;
  leave(member: Member): void;
  /** The connection is gone and may come back: nothing ends yet. */
  lose(member: Member): void;
  /** The device is back over a new connection. */
  regain(member: Member, guest: Guest): void;
  produce(member: Member, stream: StreamToSend): Promise<Producer | 'malformed' | 'media.not-permitted'>;
  /** False when nothing comes from there. */
  stop(member: Member, source: StreamSource): boolean;
  /** Silences a stream or lets it go on; a code when there is none, or when it may not go on. */
  pause(
    member: Member,
    source: StreamSource,
    paused: boolean,
  ): Promise<'done' | 'media.unknown' | 'media.not-permitted'>;
  watch(member: Member, pictures: readonly ShownVideo[]): void;
  setNetwork(member: Member, network: NetworkQuality): void;
  /** The device can play this stream; false when it is not there any more. */
  ready(member: Member, consumer: string): boolean;
  /** Seats, roles or what hosts allow have changed: asks all again, and changes what that concerns. */
  seatsChanged(): void;
  /** Makes everybody's actual streams equal to the policy; returns how many differed. */
  reconcile(): number;
  /** The same for so many people, in turn. Nothing has happened to them, so each difference is a defect. */
  check(people: number): number;
  close(): void;
};

export function openStage(first: Hall, session: SessionId, ports: StagePorts): Stage {
  const { clock } = ports;
  const settling = openSettling(first, session, ports);
  const { seating, hearings, halls, place, dismiss, settle } = settling;
  let nextChecked = 0;

  /** Somebody has begun or ceased to send something. */
  function sendsOther(member: Member): void {
    place(member);
    settling.concernRoom(member);
    settle();
  }

  return {
    session,
    members: seating.all,
    size: seating.size,
    memberOf: seating.memberOf,
    hall: () => halls.choose(hall => seating.all().filter(member => member.hall === hall).length),
    enter(guest, device, network, ends) {
      const before = seating.memberOf(guest.person);
      if (before) dismiss(before);
      if (before && before.guest !== guest) before.guest.send('replaced');
      const member = createMember(guest, device, network, ends);
      seating.add(member);
      place(member);
      settle();
      return member;
    },
    leave(member) {
      dismiss(member);
      settle();
    },
    lose(member) {
      member.lostAt = clock.now();
      settling.tidySoon();
    },
    regain(member, guest) {
      member.guest = guest;
      member.lostAt = null;
      member.toldRoom = null;
      // What was asked for while nobody listened is asked for anew.
      member.demand = { layer: 2, lessSince: null };
      member.toldCodec = null;
      hearings.greet(member);
      place(member);
      settling.returned(member);
      settle();
    },
    async produce(member, stream) {
      const producer = await produce(member, stream);
      if (typeof producer === 'string') return producer;
      if (stream.source === 'camera') member.demand = { layer: 2, lessSince: null };
      sendsOther(member);
      if (stream.source === 'microphone') hearings.listen(member);
      return producer.closed ? 'media.not-permitted' : producer;
    },
    stop(member, source) {
      member.producers.get(source)?.close();
      const was = member.producers.delete(source);
      sendsOther(member);
      return was;
    },
    async pause(member, source, paused) {
      const producer = member.producers.get(source);
      if (!producer || producer.closed) return 'media.unknown';
      if (!paused && !maySend(member, source)) return 'media.not-permitted';
      await (paused ? producer.pause() : producer.resume());
      // Consumers rest with their producer: whoever hears it has it still.
      place(member);
      settling.tellNews(member);
      settle();
      return 'done';
    },
    watch(member, pictures) {
      settling.concernShown(member);
      member.watched = new Map(pictures.map(({ person, source, size }) => [pictureKey(person, source), size]));
      settling.concernShown(member);
      settling.concern(member);
      settle();
    },
    setNetwork(member, network) {
      member.network = network;
      settling.tellNews(member);
    },
    ready(member, consumer) {
      const found = [...member.incoming.values()].find(incoming => incoming.consumer.id === consumer);
      if (!found) return false;
      found.isReady = true;
      settling.concern(member);
      settle();
      return true;
    },
    seatsChanged() {
      for (const member of seating.all()) place(member);
      settle();
    },
    reconcile() {
      for (const member of seating.all()) {
        place(member);
        settling.concern(member);
      }
      return settle();
    },
    check(people) {
      const all = seating.all();
      for (let count = Math.min(people, all.length); count > 0; count -= 1) {
        const member = all[nextChecked % all.length];
        nextChecked = (nextChecked + 1) % all.length;
        if (!member) continue;
        place(member);
        settling.concern(member);
      }
      return settle();
    },
    close() {
      hearings.close();
      for (const { router } of [...halls.all()]) router.close();
    },
  };
}
