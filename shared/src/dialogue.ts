import { type About, about } from './about/about.rules.ts';
import { cluster } from './cluster/cluster.rules.ts';
import { agenda } from './facilitate/agenda/agenda.rules.ts';
import { board } from './facilitate/board/board.rules.ts';
import type { Boards } from './facilitate/board/board.state.ts';
import { breakouts } from './facilitate/breakouts/breakouts.rules.ts';
import { isPrepared, roomNamesIn } from './facilitate/breakouts/breakouts.view.ts';
import { chat } from './facilitate/chat/chat.rules.ts';
import { authorOf } from './facilitate/chat/chat.state.ts';
import { exchange } from './facilitate/exchange/exchange.rules.ts';
import { exchangeIn, isMeasured, voiceIn } from './facilitate/exchange/exchange.state.ts';
import { floor } from './facilitate/floor/floor.rules.ts';
import { maySendAs } from './facilitate/media/media.decide.ts';
import type { UserMediaSource } from './facilitate/media/media.messages.ts';
import { media } from './facilitate/media/media.rules.ts';
import { isOpenTo, mediaOf } from './facilitate/media/media.state.ts';
import { notes } from './facilitate/notes/notes.rules.ts';
import type { Notes } from './facilitate/notes/notes.state.ts';
import { polls } from './facilitate/polls/polls.rules.ts';
import type { Polls } from './facilitate/polls/polls.state.ts';
import { questions } from './facilitate/questions/questions.rules.ts';
import { namedAskerOf } from './facilitate/questions/questions.state.ts';
import { reactions } from './facilitate/reactions/reactions.rules.ts';
import { isBreakout } from './facilitate/sessions/sessions.hearing.ts';
import { sessions } from './facilitate/sessions/sessions.rules.ts';
import { absenceFactor } from './facilitate/sessions/sessions.spent.ts';
import {
  endedFor,
  isAnyOpen,
  isConnected,
  isOpenRoom,
  openSessions,
  peopleIn,
  placeOf,
  roomRoleOf,
  type Standing,
  seatsIn,
  timesOf,
  watchesOf,
} from './facilitate/sessions/sessions.state.ts';
import { type Invitation, invitationIn } from './invitation.ts';
import type { State, StateQueries } from './kernel/composition.ts';
import type { RuleContext } from './kernel/context.ts';
import { isLobby, type PersonId, plenaryOf, type RoomId, sessionOf } from './kernel/ids.ts';
import { higherRole, type Phase, type Role } from './kernel/messages.ts';
import { composeRules } from './kernel/rules.ts';
import type { AnySlice, OutcomeOf, OwnOf, StateOf, ViewOf } from './kernel/slice.ts';
import { form } from './people/form/form.rules.ts';
import { groupsOf } from './people/people.groups.ts';
import { people } from './people/people.rules.ts';
import { opens, type Person, placesOf, roleOf } from './people/people.state.ts';

/** Every slice of a dialogue, in the order in which the six steps tell it. A new slice is one line here. */
export const slices = {
  about,
  people,
  form,
  cluster,
  sessions,
  breakouts,
  floor,
  media,
  chat,
  notes,
  board,
  polls,
  questions,
  agenda,
  exchange,
  reactions,
} as const satisfies Record<string, AnySlice>;

type Slices = typeof slices;

/** What the slices of a dialogue show, by slice. */
export type DialogueView = { [Name in keyof Slices]: ViewOf<Slices[Name]> };

/** What a person alone sees, by slice. */
export type OwnView = PartsOf<{ [Name in keyof Slices]: OwnOf<Slices[Name]> }>;

/** What the slices tell in the report, by slice. */
export type DialogueOutcomes = PartsOf<{ [Name in keyof Slices]: OutcomeOf<Slices[Name]> }>;

/** The entries that a slice has. */
type PartsOf<Parts> = { [Name in keyof Parts as [Parts[Name]] extends [never] ? never : Name]: Parts[Name] };

type DialogueState = { [Name in keyof Slices]: StateOf<Slices[Name]> };

// The composed rules know slices by name only; this is the one place that knows the type behind each name.
const known = (state: State) => state as DialogueState;

export const stateQueries: StateQueries = {
  slices: ['people', 'sessions'] satisfies (keyof typeof slices)[],
  roleOf: (state, person) => roleOf(known(state).people, person),
  roomRoleOf: (state, person, room) => roomRoleOf(known(state).sessions, person, room),
  placeOf: (state, person) => placeOf(known(state).sessions, person),
  watchesOf: (state, person) => watchesOf(known(state).sessions, person),
  peopleIn: (state, room) => peopleIn(known(state).sessions, room),
  isOpenRoom: (state, room) => isOpenRoom(known(state).sessions, room),
  endedFor: (state, person, session) => endedFor(known(state).sessions, person, session),
  answersLocked: state => known(state).form.status === 'locked',
  clusterOf: (state, person) => known(state).cluster.published?.of[person] ?? null,
  isRoom: (state, room) => isPlaceToMeet(known(state), room),
  timesOf: (state, session) => timesOf(known(state).sessions, session),
  groupsOf: (state, person) => groupsOf(known(state).people, known(state).cluster.published?.of, person),
  isConnected: (state, person) => isConnected(known(state).sessions, person),
  absenceFactor: (state, person, now) => absenceFactor(known(state).sessions, person, now),
  heardFor: (state, person) => {
    const place = placeOf(known(state).sessions, person);
    return place ? voiceIn(known(state).exchange, place.session, person) : 0;
  },
  seatsIn: (state, session) => seatsIn(known(state).sessions, session),
  authorOf: (state, room, artefact) =>
    authorOf(known(state).chat, room, artefact) ?? namedAskerOf(known(state).questions, room, artefact),
  namesVoters: (state, run) => known(state).polls.runs[run]?.sheet.names === 'shown',
  phaseOf: state => phaseIn(known(state)),
};

function isPlaceToMeet({ sessions: when, breakouts: prepared }: DialogueState, room: RoomId): boolean {
  const session = sessionOf(room);
  return !!when[session] && !isLobby(room) && (room === plenaryOf(session) || isPrepared(prepared, room));
}

type Seen = { about: Pick<About, 'status'>; sessions: Standing };

function phaseIn({ about, sessions }: Seen): Phase {
  if (about.status === 'ended') return 'ended';
  return isAnyOpen(sessions) ? 'live' : 'preparing';
}

/** What permission depends on besides who acts, told from anybody's view as from the state. */
export const situationOf = (
  view: Seen & Pick<DialogueView, 'people'>,
): Pick<RuleContext, 'phase' | 'isOpenRoom' | 'roleIn'> => ({
  roleIn(person, room) {
    const card = view.people[person];
    return card?.status === 'active' ? higherRole(card.role, roomRoleOf(view.sessions, person, room)) : null;
  },
  phase: phaseIn(view),
  isOpenRoom: room => isOpenRoom(view.sessions, room),
});

/** The rules of a dialogue. */
export const dialogueRules = composeRules(Object.values(slices), stateQueries);

/** True when a join link of this version opens the dialogue for this person. */
export const opensFor = (state: State, person: string, version: number): boolean =>
  opens(known(state).people, person, version);

/** Who holds a seat in an open session, and whether their connection is lost. */
export const seatedIn = (state: State): ReadonlyMap<PersonId, 'here' | 'lost'> =>
  new Map(
    openSessions(known(state).sessions).flatMap(({ seats }) =>
      Object.entries(seats).map(([person, { lostAt }]) => [person, lostAt === null ? 'here' : 'lost'] as const),
    ),
  );

/** True when this stream of somebody may go to their room now: they sit there, their role may send, and nobody has stopped it. */
export function maySend(state: State, person: PersonId, source: UserMediaSource | 'screen'): boolean {
  const { sessions: where, media: streams } = known(state);
  const room = placeOf(where, person)?.room;
  if (!room || isLobby(room) || !maySendAs(dialogueRules.roleIn(state, person, room))) return false;
  return isOpenTo(mediaOf(streams, room), person, source);
}

/** The people whom everybody in a room hears, however many speak. */
export const alwaysHeard = (state: State, room: RoomId): readonly PersonId[] =>
  mediaOf(known(state).media, room).spotlight;

/** The one room that a host hears besides their own, and who hears them besides it: the rooms that they speak to, or one person alone. */
export type Reach = {
  listens: RoomId | null;
  addresses: { to: 'rooms'; rooms: readonly RoomId[] } | { to: 'person'; person: PersonId } | null;
};

/** What somebody hears and who hears them beyond their own room ([M20], [M21]). */
export function reachOf(state: State, person: PersonId): Reach {
  const { sessions: where } = known(state);
  const open = openSessions(where).find(({ seats }) => seats[person]);
  const { listens = null, addresses = null } = open?.seats[person] ?? {};
  if (!open || addresses === null) return { listens, addresses: null };
  if (addresses.to === 'person') return { listens, addresses };
  const rooms = addresses.rooms === 'all' ? open.rooms.filter(room => isBreakout(open, room)) : addresses.rooms;
  return { listens, addresses: { to: 'rooms', rooms } };
}

/** What permission to open and write documents depends on: as long as all of these are the same objects, it is the same for everybody. */
export function documentsRestOn(state: State): readonly unknown[] {
  const { about: what, people: who, sessions: where, breakouts: rooms, notes: written } = known(state);
  return [what.status, who, where, rooms.groupings, written.outputs];
}

/** What is known of the notes of a dialogue. */
export const notesOf = (state: State): Notes => known(state).notes;

/** What is known of the boards of a dialogue besides what is on them. */
export const boardsOf = (state: State): Boards => known(state).board;

/** The polls of a dialogue. */
export const pollsOf = (state: State): Polls => known(state).polls;

/** How the breakouts among these rooms are called. */
export const roomNames = (state: State, rooms: ReadonlySet<RoomId>) => roomNamesIn(known(state).breakouts, rooms);

/** True where it is measured for how long people speak in a room. */
export const measures = (state: State, room: RoomId): boolean =>
  !isLobby(room) && isMeasured(known(state).exchange, sessionOf(room));

/** What roles, seats and streams depend on: as long as all of these are the same objects, seats, permissions to send, audibility and what is measured are the same. */
export function streamsRestOn(state: State): readonly unknown[] {
  const { people: who, sessions: where, media: streams, exchange: measured } = known(state);
  const rulesOf = openSessions(where).map(({ session }) => exchangeIn(measured, session).rule);
  return [
    who,
    streams,
    ...rulesOf,
    ...openSessions(where).flatMap(({ seats, appointed, rooms }) => [seats, appointed, rooms]),
  ];
}

/** What a list tells of a dialogue to everybody who may enter it; null before it is created. It names nobody. */
export function outlineOf(state: State) {
  const { about: what, people: who, sessions: when } = known(state);
  if (what.status === 'unborn') return null;
  const { title, goal, status, example } = what;
  const planned = Object.values(when).filter(session => session.status !== 'cancelled');
  const next = planned
    .filter(({ status }) => status === 'planned')
    .sort((a, b) => a.plan.startsAt - b.plan.startsAt)[0];
  return {
    title,
    goal,
    status,
    example,
    ...placesOf(who),
    sessions: {
      total: planned.length,
      closed: planned.filter(session => session.status === 'closed').length,
      next: next ? { title: next.plan.title, startsAt: next.plan.startsAt, zone: next.plan.zone } : null,
    },
    live: planned.some(session => session.status === 'open'),
  };
}

export type Outline = NonNullable<ReturnType<typeof outlineOf>>;

/** What decides whether somebody finds a dialogue in their list: their role, null once they are removed, and the version that opens. */
export type Member = { person: PersonId; role: Role | null; link: number };

export type Summary = Outline & { role: Role };

/** A dialogue in a list, for one who may enter it; null when their link no longer opens it. `version` is null for an account. */
export const summaryFor = (outline: Outline, { role, link }: Member, version: number | null): Summary | null =>
  role && (version === null || version === link) ? { ...outline, role } : null;

/** The same, told from the state. */
export function summaryOf(state: State, person: string, version: number | null): Summary | null {
  const outline = outlineOf(state);
  const found = known(state).people[person];
  return outline && found ? summaryFor(outline, memberOf(found), version) : null;
}

/** The form of an excerpt. It is raised when outlines or members are made in another way, so that no old ones are read. */
export const excerptForm = 1;

/** What the state says for lists: the outline as JSON, and the members that have changed. */
export type Excerpt = { form: number; outline: string; members: readonly Member[] };

/** What lists have been told last, and for which state. */
export type Excerpted = { state: State; outline: string };

/** What a new state changes for lists (null: nothing) since the last time; everything without one. */
export function excerptOf(before: Excerpted | null, state: State): { excerpted: Excerpted; change: Excerpt | null } {
  const [then, now] = [before && known(before.state), known(state)];
  const isSame = then && then.about === now.about && then.people === now.people && then.sessions === now.sessions;
  if (before && isSame) return { excerpted: before, change: null };
  const outline = JSON.stringify(outlineOf(state));
  const members = Object.values(now.people)
    .filter(person => then?.people[person.person] !== person)
    .map(memberOf);
  const isTold = before?.outline === outline && members.length === 0;
  return { excerpted: { state, outline }, change: isTold ? null : { form: excerptForm, outline, members } };
}

const memberOf = ({ person, role, status, link }: Person): Member => ({
  person,
  role: status === 'active' ? role : null,
  link,
});

/** What can be told of a dialogue to somebody who holds a link to it, before they join. */
export const invitationOf = (state: State, person: PersonId): Invitation | null => invitationIn(known(state), person);
