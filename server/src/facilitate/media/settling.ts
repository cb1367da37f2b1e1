import type { RoomId, SessionId } from '@multaqa/shared/kernel/ids';
import { limits } from '@multaqa/shared/limits';
import type { Clock } from '../../platform/clock.ts';
import type { Logger } from '../../platform/logger.ts';
import { openNews } from './company.ts';
import { tellCodec, tellDemand } from './demand.ts';
import { type Hall, type HallPorts, type Halls, openHalls } from './halls.ts';
import { type Hearings, openHearings } from './hearings.ts';
import type { Listener } from './listener.ts';
import { nobody } from './loudest.ts';
import { closeMember, enforce, type Member } from './member.ts';
import { openSeating, type Seating } from './seating.ts';
import { endRested, reconcile } from './streams.ts';
import type { Company } from './wanted.ts';
import type { WorkerOptions } from './workers.ts';

/** Keeps what everybody receives equal to the policy: what happens marks whom it concerns, and only they are settled. */
export type Settling = {
  seating: Seating;
  hearings: Hearings;
  halls: Halls;
  /** Asks the rules about somebody again, and marks whom it concerns when the answer is another. */
  place(member: Member): void;
  dismiss(member: Member): void;
  /** Marks somebody who may receive something else now. */
  concern(member: Member): void;
  /** Marks somebody whose device is back and has to be told everything again. */
  returned(member: Member): void;
  /** Marks everybody in somebody's room: something else is sent there now. */
  concernRoom(member: Member): void;
  /** Marks the cameras that somebody shows: they may be asked for another layer. */
  concernShown(member: Member): void;
  /** Makes equal to the policy what the marked people receive; returns how many streams differed. To be called before the turn ends. */
  settle(): number;
  /** Tells somebody's room soon who is here with what. */
  tellNews(member: Member): void;
  /** Looks soon after what time alone brings. */
  tidySoon(): void;
};

export type StagePorts = Pick<HallPorts, 'another' | 'peoplePerHall'> &
  Pick<WorkerOptions, 'pictureCodecs'> & {
    clock: Clock;
    logger: Logger;
    listener: Pick<Listener, 'open'>;
    ended(): void;
  };

/** What time alone brings is looked after so often (ms), while there is any. */
const pauseBetweenTidyings = 1_000;

export function openSettling(first: Hall, session: SessionId, ports: StagePorts): Settling {
  const { clock, logger } = ports;
  const seating = openSeating(session);
  const news = openNews(seating.inRoom, clock);
  /** Whom what has happened in this turn concerns: they are settled before it ends. */
  const due = { rooms: new Set<RoomId>(), people: new Set<Member>(), cameras: new Set<Member>() };
  const sounding = new Map<RoomId, readonly Member[]>();
  const failedFor = new Set<Member>();
  let tidyingIsDue = false;
  let isCodecDue = false;

  const hearings = openHearings({
    listener: ports.listener,
    changed: room => void due.rooms.add(room),
    told: () => void settle(),
  });
  const halls = openHalls(first, {
    another: ports.another,
    peoplePerHall: ports.peoplePerHall,
    lost(hall) {
      // A worker that dies takes its people along; the others stay.
      for (const member of seating.all()) if (member.hall === hall) dismiss(member);
      settle();
      if (halls.all().length === 0) {
        hearings.close();
        ports.ended();
      }
    },
  });

  const roomOf = (member: Member) => seating.audienceOf(member)?.place?.room ?? null;
  const company: Company = {
    audienceOf: seating.audienceOf,
    memberOf: seating.memberOf,
    inRoom: seating.inRoom,
    soundingIn(room) {
      const known =
        sounding.get(room) ?? [...seating.inRoom(room)].filter(({ producers }) => producers.has('screen-audio'));
      sounding.set(room, known);
      return known;
    },
    hearingIn: room => hearings.byRoom.get(room) ?? nobody,
  };

  /** What somebody sends concerns a whole room; who sends nothing concerns nobody else. */
  function markCompany(member: Member, room: RoomId | null): void {
    if (room === null) return;
    if (member.producers.size > 0) markRoom(room);
    else news.tellSoon(room);
    due.cameras.add(member);
    concernShown(member);
  }

  function markRoom(room: RoomId): void {
    due.rooms.add(room);
    news.tellSoon(room);
  }

  /** The cameras that somebody shows are asked for another layer when that changes. */
  function concernShown({ watched }: Member): void {
    for (const picture of watched.keys()) {
      const shown = seating.memberOf(picture.split(' ')[0] ?? '');
      if (shown) due.cameras.add(shown);
    }
  }

  function dismiss(member: Member): void {
    markCompany(member, seating.remove(member));
    closeMember(member);
    hearings.forget(member);
    isCodecDue = true;
  }

  /** Asks the rules about somebody again, and marks whom it concerns when the answer is another. */
  function place(member: Member): void {
    const look = seating.look(member);
    // Who sits in another session now, or nowhere, has no part in this one.
    if (look.outcome === 'gone') return void dismiss(member);
    if (look.outcome === 'changed') {
      due.people.add(member);
      markCompany(member, look.before);
      markCompany(member, look.room);
      // Who comes may play less than the others.
      isCodecDue ||= look.before === null;
    }
    if (enforce(member, logger)) markRoom(look.room);
    hearings.place(member, look.room);
  }

  /** Makes equal to the policy what the marked people and rooms receive; returns how many streams differed. */
  function settle(): number {
    sounding.clear();
    const { rooms, people, cameras } = due;
    for (const room of rooms) for (const member of seating.inRoom(room)) people.add(member);
    const open = [...people].filter(({ status }) => status === 'open');
    const watched = [...cameras];
    for (const marked of [rooms, people, cameras]) marked.clear();
    const changes = reconcile(open, company, { halls, logger, now: clock.now, failed: tryAgain });
    tellDemand(watched, company, clock.now());
    if (isCodecDue) tellCodec(seating.all(), ports.pictureCodecs);
    isCodecDue = false;
    if (open.length + watched.length > 0) tidySoon();
    return changes;
  }

  function tryAgain(to: Member): void {
    failedFor.add(to);
    tidySoon();
  }

  function tidySoon(): void {
    if (tidyingIsDue) return;
    tidyingIsDue = true;
    clock.at(clock.now() + pauseBetweenTidyings, () => {
      tidyingIsDue = false;
      if (tidy()) tidySoon();
    });
  }

  /** What time alone brings: places given up, pictures ended that nobody looks at, less asked of cameras, second tries. True while there is more to come. */
  function tidy(): boolean {
    const now = clock.now();
    let goesOn = false;
    for (const member of failedFor) due.people.add(member);
    failedFor.clear();
    for (const member of seating.all()) {
      if (member.lostAt !== null && now - member.lostAt > limits.heldTransports) {
        dismiss(member);
        continue;
      }
      if (member.demand.lessSince !== null) due.cameras.add(member);
      const rests = endRested(member, now);
      goesOn ||= rests || member.lostAt !== null;
    }
    settle();
    return goesOn || seating.all().some(({ demand }) => demand.lessSince !== null);
  }

  return {
    seating,
    hearings,
    halls,
    place,
    dismiss,
    concern: member => void due.people.add(member),
    returned(member) {
      due.people.add(member);
      isCodecDue = true;
      markCompany(member, roomOf(member));
    },
    concernRoom(member) {
      const room = roomOf(member);
      if (room !== null) markRoom(room);
      due.cameras.add(member);
    },
    concernShown,
    settle,
    tellNews(member) {
      const room = roomOf(member);
      if (room !== null) news.tellSoon(room);
    },
    tidySoon,
  };
}
