import type { Id, PersonId, RoomId, SessionId } from './ids.ts';
import type { Phase, Role } from './messages.ts';

/** What somebody belongs to, where it is known: their published cluster, the language they named first, their town as `town/country`. */
export type Groups = { cluster: string | null; language: string | null; municipality: string | null };

/** The planned length of a session in minutes, and since when it is open (ms since the epoch); null while it is not. */
export type Times = { minutes: number; openedAt: number | null };

export type Place = { session: SessionId; room: RoomId };

/** What a rule may know beyond its own slice. It grows by one named field at a time, reviewed. */
export type RuleContext = {
  /** Milliseconds since the epoch, by the server's clock. */
  now: number;
  actor: { person: PersonId; role: Role; place: Place | null } | 'engine';
  phase: Phase;
  /** The role of somebody in the dialogue; null for strangers and removed people. */
  roleOf(person: PersonId): Role | null;
  /** The role of somebody in one room: that of the dialogue, or a higher one that they hold in this room alone. */
  roleIn(person: PersonId, room: RoomId): Role | null;
  /** The one room somebody is in; null outside every session. */
  placeOf(person: PersonId): Place | null;
  /** Who sits in a room, in no particular order. */
  peopleIn(room: RoomId): PersonId[];
  /** True for the rooms of open sessions. */
  isOpenRoom(room: RoomId): boolean;
  /** When a session ended that somebody took part in, ms since the epoch; null for others, and while it is open. */
  endedFor(person: PersonId, session: SessionId): number | null;
  /** True once people no longer change what they have answered about themselves; organisers still do. */
  answersLocked: boolean;
  /** The published cluster of somebody; null for none. */
  clusterOf(person: PersonId): string | null;
  /** True for the plenary of every session and every breakout that was ever prepared. */
  isRoom(room: RoomId): boolean;
  /** How long a session is to be, in minutes, and since when it is open, ms since the epoch; null for one that is neither planned nor open. */
  timesOf(session: SessionId): Times | null;
  /** What somebody belongs to when results are divided. */
  groupsOf(person: PersonId): Groups;
  /** True for somebody who sits in an open session and whose connection is not lost. */
  isConnected(person: PersonId): boolean;
  /** By what somebody's speaking time is multiplied for what they missed of the open session: its time so far by theirs in its rooms, 1 at least. */
  absenceFactor(person: PersonId): number;
  /** For how long somebody was heard in turns of the open session, in ms; 0 where that is not measured. */
  heardFor(person: PersonId): number;
  /** Who is in the rooms of an open session with a connection, the lobby not counted. */
  seatsIn(session: SessionId): { person: PersonId; room: RoomId }[];
  /** Who wrote a message of a room, or asked a question there with their name; null for nobody who is told. */
  authorOf(room: RoomId, artefact: Id): PersonId | null;
  /** True for a run of a poll that shows everybody who chose what. */
  namesVoters(run: Id): boolean;
};

/** Everybody of one audience sees the same view: it is computed and encoded once for all of them. `watches`: rooms besides their own, in order of their ids. */
export type Audience = { role: Role; place: Place | null; watches: readonly RoomId[] };

/** A text that is the same for the same audience, and for no other. */
export const audienceKey = ({ role, place, watches }: Audience): string =>
  [`${role}@${place?.room ?? '-'}`, ...watches].join('+');

/** The rooms whose inside an audience sees: what a slice shows of rooms has these for keys. */
export const roomsOf = ({ place, watches }: Pick<Audience, 'place' | 'watches'>): RoomId[] =>
  place ? [place.room, ...watches] : [...watches];

/** Organisers and facilitators host every room of their dialogue. */
export const isHost = (role: Role | null): boolean => role === 'organiser' || role === 'facilitator';
