import type { z } from 'zod';
import { isHost, type RuleContext } from '../../kernel/context.ts';
import { isLobby, type PersonId, plenaryOf, type RoomId, type SessionId, sessionOf } from '../../kernel/ids.ts';
import { accept, type Decision, type FactOf, refuse } from '../../kernel/slice.ts';
import { limits } from '../../limits.ts';
import type { facts, messages, refusals } from './breakouts.messages.ts';
import {
  type Breakouts,
  canBeSentTo,
  type Grouping,
  hasRoom,
  keptGrouping,
  type Live,
  liveIn,
} from './breakouts.state.ts';
import { dealAll } from './late.ts';

type BreakoutsFact = FactOf<typeof facts>;
type Answer = Decision<BreakoutsFact, (typeof refusals)[number]>;
type Input<Name extends keyof typeof messages> = z.infer<(typeof messages)[Name]['input']>;
type Here = { session: SessionId };
type Open = Live & { of: Grouping };

/** What commands lead to while breakouts are open, or open them. */
export const decideLive = {
  open,
  go: (state: Breakouts, { session }: Here): Answer =>
    whileLive(state, session, live => accept<BreakoutsFact>(...leaving(live, Number.POSITIVE_INFINITY))),
  time: (state: Breakouts, { session, minutes }: Input<'time'>, { now }: RuleContext): Answer =>
    whileLive(state, session, live => {
      const until = (live.closing ? live.closing.before : live.endsAt) ?? now;
      const endsAt = Math.min(
        Math.max(until + minutes * 60_000, now + limits.breakoutGrace),
        now + limits.sessionLength,
      );
      return accept({ kind: 'breakouts.timed', data: { session, endsAt } });
    }),
  close: (state: Breakouts, { session, when }: Input<'close'>, { now }: RuleContext): Answer =>
    whileLive(state, session, live => {
      if (when === 'now') return accept({ kind: 'breakouts.closed', data: { session } });
      if (live.closing) return accept();
      const endsAt = Math.min(live.endsAt ?? Number.POSITIVE_INFINITY, now + limits.breakoutGrace);
      return accept({ kind: 'breakouts.closing', data: { session, endsAt } });
    }),
  stay: (state: Breakouts, { session }: Here, { now }: RuleContext): Answer =>
    whileLive(state, session, ({ closing }) => {
      if (!closing) return accept();
      // What would end at once is no way back: it goes on until a host says otherwise.
      const endsAt = closing.before !== null && closing.before > now + limits.breakoutGrace ? closing.before : null;
      return accept({ kind: 'breakouts.stayed', data: { session, endsAt } });
    }),
  move: (state: Breakouts, { session, people, room }: Input<'move'>, { now, placeOf }: RuleContext): Answer =>
    whileLive(state, session, live => {
      if (!canBeSentTo(live, room)) return refuse('breakouts.unknown-room');
      const here = [...new Set(people)].filter(person => isInside(session, placeOf(person)?.room));
      if (here.length === 0) return refuse('breakouts.not-here');
      const isWish = here.every(person => live.asks[person]);
      const gone = here.filter(person => placeOf(person)?.room !== room || live.sent[person]);
      if (gone.length === 0) return accept();
      return accept({
        kind: 'breakouts.sent',
        data: {
          session,
          people: gone.map(person => ({ person, room })),
          at: now + limits.noticeOfMove,
          why: isWish ? 'wish' : 'moved',
        },
      });
    }),
  enter,
  ask: (state: Breakouts, input: Input<'ask'>, { actor }: RuleContext): Answer =>
    whileLive(state, sessionOf(input.room), live => {
      if (actor === 'engine') return refuse('breakouts.not-here');
      if (input.wish !== null && !canBeSentTo(live, input.wish)) return refuse('breakouts.unknown-room');
      return accept({ kind: 'breakouts.asked', data: { ...input, session: live.session, person: actor.person } });
    }),
  decline: (state: Breakouts, input: Input<'decline'>): Answer =>
    whileLive(state, input.session, ({ asks }) =>
      asks[input.person] ? accept({ kind: 'breakouts.declined', data: input }) : accept(),
    ),
  help: (state: Breakouts, input: Input<'help'>, { actor }: RuleContext): Answer =>
    whileLive(state, sessionOf(input.room), live => {
      if (actor === 'engine' || !hasRoom(live.of, input.room)) return refuse('breakouts.unknown-room');
      const before = live.help[input.room];
      // A room that has asked keeps its place in the line, unless it says more.
      if (before && (before.text === input.text || input.text === '')) return accept();
      return accept({ kind: 'breakouts.help-asked', data: { ...input, session: live.session, person: actor.person } });
    }),
  unhelp: (state: Breakouts, { room }: Input<'unhelp'>): Answer =>
    whileLive(state, sessionOf(room), ({ session, help }) =>
      help[room] ? accept({ kind: 'breakouts.help-ended', data: { session, room } }) : accept(),
    ),
  broadcast: (state: Breakouts, input: Input<'broadcast'>): Answer =>
    whileLive(state, input.session, live => {
      if (live.broadcasts.some(({ broadcast }) => broadcast === input.broadcast)) return refuse('breakouts.taken');
      if (input.text === '' && input.material.length === 0) return refuse('breakouts.empty');
      if (input.rooms !== 'all' && !input.rooms.every(room => canBeSentTo(live, room)))
        return refuse('breakouts.unknown-room');
      return accept({ kind: 'breakouts.broadcasted', data: input });
    }),
  unsay: (state: Breakouts, input: Input<'unsay'>): Answer =>
    whileLive(state, input.session, () => accept({ kind: 'breakouts.unsaid', data: input })),
  harvest: (state: Breakouts, input: Input<'harvest'>): Answer => {
    if (input.grouping === null) return accept({ kind: 'breakouts.harvested', data: { ...input, room: null } });
    const found = keptGrouping(state, input.grouping);
    if (!found || found.session !== input.session) return refuse('breakouts.unknown');
    if (input.room !== null && !hasRoom(found, input.room)) return refuse('breakouts.unknown-room');
    return accept({ kind: 'breakouts.harvested', data: input });
  },
  result,
  retract: (state: Breakouts, input: Input<'retract'>, context: RuleContext): Answer =>
    aboutResult(state, input, context, found =>
      found ? accept({ kind: 'breakouts.retracted', data: input }) : refuse('breakouts.unknown-result'),
    ),
};

const isInside = (session: SessionId, room: RoomId | undefined): boolean =>
  room !== undefined && sessionOf(room) === session && !isLobby(room);

function whileLive(state: Breakouts, session: SessionId, then: (live: Open) => Answer): Answer {
  const live = liveIn(state, session);
  return live ? then(live) : refuse('breakouts.not-live');
}

function open(state: Breakouts, { session, grouping }: Input<'open'>, context: RuleContext): Answer {
  const found = keptGrouping(state, grouping);
  if (!found) return refuse('breakouts.unknown');
  if (found.session !== session || !context.isOpenRoom(plenaryOf(session))) return refuse('breakouts.other-session');
  if (found.rooms.length === 0) return refuse('breakouts.no-rooms');
  const before = state.live[session];
  if (before?.grouping === grouping) return accept();
  const movesAt = context.now + limits.noticeOfMove;
  const own = found.rooms.map(({ room }) => room);
  const rooms = [...new Set([...(before?.rooms ?? []), ...own])];
  const here = [plenaryOf(session), ...(before?.rooms ?? [])].flatMap(context.peopleIn);
  return accept({
    kind: 'breakouts.opened',
    data: {
      session,
      grouping,
      movesAt,
      endsAt: found.minutes === null ? null : movesAt + found.minutes * 60_000,
      rooms,
      people: dealAll(found, here, context),
      appointed: found.rooms.flatMap(({ room, roles }) =>
        Object.entries(roles).flatMap(([role, person]) =>
          person && context.roleOf(person) ? [{ room, person, role: role as 'facilitator' | 'note-taker' }] : [],
        ),
      ),
    },
  });
}

/** Those go whose time has come until then. Who has left meanwhile goes nowhere, since they sit in no room. */
export function leaving(live: Open, until: number): BreakoutsFact[] {
  const due = Object.entries(live.sent).filter(([, { at }]) => at <= until);
  const isAllGoing = live.movesAt !== null && live.movesAt <= until;
  if (due.length === 0 && !isAllGoing) return [];
  return [
    {
      kind: 'breakouts.went',
      data: {
        session: live.session,
        rooms: isAllGoing ? live.of.rooms.map(({ room }) => room) : [...live.rooms],
        people: due.map(([person, { room }]) => ({ person, room })),
      },
    },
  ];
}

function enter(state: Breakouts, { session, room }: Input<'enter'>, { actor, placeOf, peopleIn }: RuleContext): Answer {
  if (actor === 'engine') return refuse('breakouts.not-here');
  const { person, role } = actor;
  return whileLive(state, session, live => {
    const from = placeOf(person)?.room ?? '';
    if (!isInside(session, from)) return refuse('breakouts.not-here');
    if (!canBeSentTo(live, room)) return refuse('breakouts.unknown-room');
    if (room === from) return accept();
    const refusal = isHost(role) ? null : whyNotTo(live, person, room, peopleIn);
    if (refusal) return refuse(refusal);
    const as = isHost(role) && live.places[person] !== room ? 'guest' : 'member';
    return accept({ kind: 'breakouts.entered', data: { session, person, room, from, as } });
  });
}

/** Why somebody who is no host cannot go to a room by themselves; null when they can. */
function whyNotTo(
  live: Open,
  person: PersonId,
  room: RoomId,
  peopleIn: RuleContext['peopleIn'],
): 'breakouts.not-allowed' | 'breakouts.room-full' | null {
  if (room === plenaryOf(live.session)) return live.of.plenary === 'open' ? null : 'breakouts.not-allowed';
  if (live.places[person] === room || live.sent[person]?.room === room) return null;
  const chooses = live.of.way === 'choice' || (live.of.late === 'choose' && live.places[person] === undefined);
  if (!chooses) return 'breakouts.not-allowed';
  const { seats } = live.of;
  return seats !== null && peopleIn(room).length >= seats ? 'breakouts.room-full' : null;
}

function result(state: Breakouts, input: Input<'result'>, context: RuleContext): Answer {
  return aboutResult(state, input, context, (found, count) => {
    if (!found && count >= limits.resultsPerRoom) return refuse('breakouts.full');
    if (context.actor === 'engine') return refuse('breakouts.not-here');
    return accept({ kind: 'breakouts.reported', data: { ...input, person: context.actor.person } });
  });
}

/** A result is changed by who wrote it, by the room's note-taker and by hosts. */
function aboutResult(
  state: Breakouts,
  { room, result: id }: { room: RoomId; result: string },
  { actor, roleIn }: RuleContext,
  then: (found: { by: PersonId } | undefined, count: number) => Answer,
): Answer {
  return whileLive(state, sessionOf(room), ({ of }) => {
    const own = of.rooms.find(one => one.room === room);
    if (!own || actor === 'engine') return refuse('breakouts.unknown-room');
    const found = own.results.find(one => one.result === id);
    const role = roleIn(actor.person, room);
    const mayChange = !found || found.by === actor.person || isHost(role) || role === 'note-taker';
    return mayChange ? then(found, own.results.length) : refuse('breakouts.not-yours');
  });
}
