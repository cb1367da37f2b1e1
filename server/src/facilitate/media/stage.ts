import type { LineQuality, Picture, StreamSource } from '@multaqa/shared/facilitate/media/signalling';
import type { Id, PersonId, SessionId } from '@multaqa/shared/kernel/ids';
import { limits } from '@multaqa/shared/limits';
import type { Producer } from 'mediasoup/types';
import type { Clock } from '../../platform/clock.ts';
import type { Logger } from '../../platform/logger.ts';
import { pictureCodecFor } from './codecs.ts';
import { openCompanyTeller } from './company.ts';
import { tellDemand } from './demand.ts';
import type { Guest } from './guest.ts';
import { type Hall, type HallPorts, type HallSource, openHalls } from './halls.ts';
import { openHearings } from './hearings.ts';
import {
  closeMember,
  createMember,
  type Ends,
  enforce,
  type Member,
  maySend,
  pictureKey,
  produce,
  type StreamToSend,
} from './member.ts';
import { endRested, reconcile } from './streams.ts';
import { companyOf } from './wanted.ts';
import type { WorkerOptions } from './workers.ts';

/** The streams of one session: its plenary and all its rooms share their routers, so that going from room to room opens no new connection. */
export type Stage = {
  session: SessionId;
  members(): readonly Member[];
  memberOf(person: PersonId): Member | null;
  /** The worker's share that the next person belongs to. */
  hall(): Promise<Hall>;
  /** A person has one place: who had it before is told `replaced`. */
  enter(guest: Guest, device: Id, line: LineQuality, ends: Ends): Member;
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
  watch(member: Member, pictures: readonly Picture[]): void;
  setLine(member: Member, line: LineQuality): void;
  /** The device can play this stream; false when it is not there any more. */
  ready(member: Member, consumer: string): boolean;
  /** Makes actual streams equal to the policy; returns how many differed. */
  reconcile(): number;
  /** What time alone brings: places given up, pictures ended that nobody looks at. To be called each second, before `reconcile`. */
  tidy(): void;
  close(): void;
};

export type StagePorts = Pick<HallPorts, 'another' | 'peoplePerHall'> &
  Pick<WorkerOptions, 'pictureCodecs'> & { clock: Clock; logger: Logger; ended(): void };

/** Changes of who is here with what are told at most so often (ms). */
const pauseBetweenNews = 100;

export async function openStage(first: HallSource, session: SessionId, ports: StagePorts): Promise<Stage> {
  const { clock, logger, pictureCodecs } = ports;
  const members = new Map<PersonId, Member>();
  const all = () => [...members.values()];
  const hearings = openHearings({ clock, members: all, changed: () => void settle() });
  const company = openCompanyTeller();
  let newsAreDue = false;

  const halls = await openHalls(first, {
    another: ports.another,
    peoplePerHall: ports.peoplePerHall,
    heard: hearings.heard,
    lost(hall) {
      // A worker that dies takes its people along; the others stay.
      for (const member of all()) if (member.hall === hall) dismiss(member);
      if (halls.all().length === 0) ports.ended();
    },
  });

  function dismiss(member: Member): void {
    closeMember(member);
    hearings.forget(member);
    if (members.get(member.guest.person) === member) members.delete(member.guest.person);
  }

  function settle(): number {
    for (const member of all()) {
      const place = member.guest.audience()?.place;
      // Who sits in another session now, or nowhere, has no part in this one.
      if (place?.session !== session) dismiss(member);
      else {
        enforce(member, logger);
        hearings.place(member, place.room);
        if (member.isSilenced || member.producers.get('microphone')?.paused) hearings.quiet(member);
      }
    }
    const now = companyOf(all());
    const changes = reconcile(now, { halls, logger, hearing: hearings.byRoom, now: clock.now });
    tellDemand(now, clock.now());
    tellCodec();
    tellNews();
    return changes;
  }

  /** Nobody who comes is left without pictures: whoever sends changes to what all can play. */
  function tellCodec(): void {
    if (pictureCodecs.length < 2) return;
    const pictures = pictureCodecFor(
      pictureCodecs,
      all().map(({ rtpCapabilities }) => rtpCapabilities),
    );
    for (const member of all()) {
      if (member.toldCodec === pictures) continue;
      member.toldCodec = pictures;
      member.guest.send('codec', { pictures });
    }
  }

  function tellNews(): void {
    if (newsAreDue) return;
    newsAreDue = true;
    clock.at(clock.now() + pauseBetweenNews, () => {
      newsAreDue = false;
      company.tell(all());
    });
  }

  return {
    session,
    members: all,
    memberOf: person => members.get(person) ?? null,
    hall: () => halls.choose(hall => all().filter(member => member.hall === hall).length),
    enter(guest, device, line, ends) {
      const before = members.get(guest.person);
      if (before) dismiss(before);
      if (before && before.guest !== guest) before.guest.send('replaced');
      const member = createMember(guest, device, line, ends);
      members.set(guest.person, member);
      settle();
      return member;
    },
    leave(member) {
      dismiss(member);
      settle();
    },
    lose(member) {
      member.lostAt = clock.now();
    },
    regain(member, guest) {
      member.guest = guest;
      member.lostAt = null;
      member.toldRoom = null;
      // What was asked for while nobody listened is asked for anew.
      member.demand = { layer: 2, lessSince: null };
      member.toldCodec = null;
      hearings.greet(member);
      settle();
    },
    async produce(member, stream) {
      const producer = await produce(member, stream);
      if (typeof producer === 'string') return producer;
      if (stream.source === 'camera') member.demand = { layer: 2, lessSince: null };
      if (stream.source === 'microphone') hearings.open(member);
      settle();
      if (stream.source === 'microphone') await member.hall.ears.listen(producer);
      return producer.closed ? 'media.not-permitted' : producer;
    },
    stop(member, source) {
      member.producers.get(source)?.close();
      if (source === 'microphone') hearings.forget(member);
      const was = member.producers.delete(source);
      settle();
      return was;
    },
    async pause(member, source, paused) {
      const producer = member.producers.get(source);
      if (!producer || producer.closed) return 'media.unknown';
      if (!paused && !maySend(member, source)) return 'media.not-permitted';
      await (paused ? producer.pause() : producer.resume());
      if (!paused && source === 'microphone') hearings.open(member);
      settle();
      return 'done';
    },
    watch(member, pictures) {
      member.watched = new Map(pictures.map(({ person, source, size }) => [pictureKey(person, source), size]));
      settle();
    },
    setLine(member, line) {
      member.line = line;
      tellNews();
    },
    ready(member, consumer) {
      const found = [...member.incoming.values()].find(incoming => incoming.consumer.id === consumer);
      if (!found) return false;
      found.isReady = true;
      settle();
      return true;
    },
    reconcile: settle,
    tidy() {
      const now = clock.now();
      for (const member of all())
        if (member.lostAt !== null && now - member.lostAt > limits.heldTransports) dismiss(member);
      endRested(all(), now);
    },
    close() {
      for (const { router } of [...halls.all()]) router.close();
    },
  };
}
