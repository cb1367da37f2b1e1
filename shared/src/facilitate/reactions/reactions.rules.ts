import { type Audience, isHost, roomsOf } from '../../kernel/context.ts';
import { isLobby, type PersonId, type RoomId, type SessionId, sessionOf } from '../../kernel/ids.ts';
import { accept, defineSlice, type FactOf, type Recorded, refuse } from '../../kernel/slice.ts';
import { limits } from '../../limits.ts';
import { facts, messages, refusals, type Sign, signals, signs } from './reactions.messages.ts';

type ReactionFact = FactOf<typeof facts>;

/** Who shows a sign in a room, and until when (ms since the epoch). Rooms without any are left out. */
export type Reactions = {
  readonly [room: RoomId]: { readonly [Name in Sign]: { readonly [person: PersonId]: number } };
};

/**
 * Signs that people show their room without a word, and reactions in passing, which are signals and leave nothing.
 *
 * [R1] A sign stands for a minute and a few seconds at most, and ends by itself.
 * [R2] A room sees how many show each sign; a person counts once for each.
 * [R3] Who asks to go slower or agrees is told to nobody; hosts see who has a question.
 * [R4] Whoever leaves a room takes their signs with them; a session that closes has none.
 */
export const reactions = defineSlice<Reactions>()({
  name: 'reactions',
  messages,
  signals,
  facts,
  refusals,
  initial: {},
  stateVersion: 1,
  factVersion: 1,
  decide: {
    sign(state, { room, sign, on }, { actor, now }) {
      if (actor === 'engine' || isLobby(room)) return refuse('reactions.not-here');
      const { person } = actor;
      const stands = state[room]?.[sign][person];
      if (!on) return stands === undefined ? accept() : accept(ending(room, sign, [person]));
      const until = endOf(now);
      return stands === until
        ? accept()
        : accept({ kind: 'reactions.signed' as const, data: { room, sign, person, until } });
    },
  },
  evolve,
  view: viewOf,
  own: (state, person, { place }): ReactionsOwn =>
    signs.filter(sign => state[place?.room ?? '']?.[sign][person] !== undefined),
  concerns: ({ kind, data }) => (kind === 'reactions.signed' ? [data.person] : data.people),
  gathered: ['reactions.signed', 'reactions.ended'],
  deadline: state => {
    const ends = standing(state).flatMap(({ people }) => Object.values(people));
    return ends.length > 0 ? Math.min(...ends) : null;
  },
  tick: (state, { now }) => over(state, (_person, until) => until <= now),
  follow: {
    'sessions.closed': (state, { data: { session } }) => over(within(state, session), () => true),
    // Closing empties the rooms as well, and ends every sign at once.
    'sessions.left': (state, { data: { session, person, reason } }) =>
      reason === 'closed' ? [] : over(within(state, session), one => one === person),
    'sessions.moved': (state, { data: { session, person, room } }) =>
      over(within(state, session), (one, _until, at) => one === person && at !== room),
  },
});

/** The signs that one shows in the room one is in. */
export type ReactionsOwn = readonly Sign[];

/** How many show each sign; for hosts also who has a question. */
export type RoomSigns = { readonly [Name in Sign]: number } & { asking: readonly PersonId[] };
export type ReactionsView = { readonly [room: RoomId]: RoomSigns };

/** Signs that are shown within a few seconds end together, so that a room of hundreds is told a few times and not hundreds of times. */
const endOf = (now: number): number =>
  Math.ceil((now + limits.signStands) / limits.signsTogether) * limits.signsTogether;

const ending = (room: RoomId, sign: Sign, people: PersonId[]): ReactionFact => ({
  kind: 'reactions.ended',
  data: { room, sign, people },
});

const standing = (state: Reactions) =>
  Object.entries(state).flatMap(([room, of]) => signs.map(sign => ({ room, sign, people: of[sign] })));

const within = (state: Reactions, session: SessionId): Reactions =>
  Object.fromEntries(Object.entries(state).filter(([room]) => sessionOf(room) === session));

/** A fact for each sign of each room that ends for somebody. */
const over = (state: Reactions, ends: (person: PersonId, until: number, room: RoomId) => boolean): ReactionFact[] =>
  standing(state).flatMap(({ room, sign, people }) => {
    const gone = Object.entries(people).flatMap(([person, until]) => (ends(person, until, room) ? [person] : []));
    return gone.length > 0 ? [ending(room, sign, gone)] : [];
  });

const none: Reactions[RoomId] = { slower: {}, agree: {}, question: {} };

function evolve(state: Reactions, { kind, data }: Recorded<ReactionFact>): Reactions {
  const { room, sign } = data;
  const before = state[room] ?? none;
  const people =
    kind === 'reactions.signed' ? { ...before[sign], [data.person]: data.until } : without(before[sign], data.people);
  const after = { ...before, [sign]: people };
  const { [room]: _, ...others } = state;
  const isEmpty = signs.every(one => Object.keys(after[one]).length === 0);
  return isEmpty ? others : { ...others, [room]: after };
}

const without = (people: { readonly [person: PersonId]: number }, gone: readonly PersonId[]) =>
  Object.fromEntries(Object.entries(people).filter(([person]) => !gone.includes(person)));

/** Hosts see the signs of every room, everybody else those of the room they are in. */
function viewOf(state: Reactions, audience: Audience): ReactionsView {
  const isForHosts = isHost(audience.role);
  const rooms = isForHosts ? Object.keys(state) : roomsOf(audience);
  return Object.fromEntries(
    rooms.flatMap(room => {
      const of = state[room];
      if (!of) return [];
      const [slower = 0, agree = 0, question = 0] = signs.map(sign => Object.keys(of[sign]).length);
      return [[room, { slower, agree, question, asking: isForHosts ? Object.keys(of.question) : [] }]];
    }),
  );
}
