import type { Id, PersonId, RoomId } from '../../kernel/ids.ts';
import type { Colour, ThingId } from './scene/thing.ts';

/** A note that somebody writes privately. */
export type Jot = { note: Id; person: PersonId; text: string; colour: Colour };

/**
 * Private writing in a room. `revealed`: the notes are to come on the board, and stay here until its document has them on disk.
 * `ended`: they come on no board, and each stays with who wrote it until something else begins. `until` in ms since the epoch: then
 * they are revealed by themselves.
 */
export type Round = {
  round: Id;
  status: 'writing' | 'revealed' | 'ended';
  names: 'shown' | 'hidden';
  frame: ThingId | null;
  until: number | null;
  jots: { readonly [note: Id]: Jot };
};

/** A vote with dots: how many each person has put on what, and in which cluster they were then. */
export type DotVote = {
  vote: Id;
  status: 'open' | 'counted';
  frame: ThingId | null;
  dots: number;
  most: number;
  until: number | null;
  ballots: {
    readonly [person: PersonId]: { cluster: string | null; on: { readonly [thing: ThingId]: number } };
  };
};

/** What a vote said when it was counted, and when that was, in ms since the epoch: it stays for the report. It names nobody. */
export type CountedVote = Pick<DotVote, 'vote' | 'frame'> & {
  at: number;
  voted: number;
  result: { readonly [thing: ThingId]: DotResult };
};

/** What the rules know of the board of one room; what is on it is in its document. */
export type RoomBoard = {
  onStage: boolean;
  locked: readonly ThingId[];
  round: Round | null;
  vote: DotVote | null;
  /** The votes that were counted, the oldest first. */
  results: readonly CountedVote[];
  /** Whether notes have been revealed with the names of who wrote them. */
  hasNamed: boolean;
  /** When the timer ends, in ms since the epoch; null without one. It stays for a while after its end. */
  timer: number | null;
  /** When the server last said that somebody wrote on it, or put notes there, in ms since the epoch; null before. */
  writtenAt: number | null;
};

export type Boards = { readonly [room: RoomId]: RoomBoard };

const none: RoomBoard = {
  ...{
    onStage: false,
    locked: [],
    round: null,
    vote: null,
    results: [],
    hasNamed: false,
    timer: null,
    writtenAt: null,
  },
};

/** What is known of the board of a room; nothing before somebody does something with it. */
export const boardIn = (state: Boards, room: RoomId): RoomBoard => state[room] ?? none;

/** The things that hosts have locked on the board of a room. */
export const lockedIn = (state: Boards, room: RoomId): readonly ThingId[] => boardIn(state, room).locked;

/** How many people have written a private note. */
export const writersOf = ({ jots }: Round): number => new Set(Object.values(jots).map(({ person }) => person)).size;

/** The result of a vote on one thing; `clusters` without groups that are too small to be told apart: `''` is all of these together. */
export type DotResult = { dots: number; people: number; clusters: { readonly [cluster: string]: number } };

/**
 * What a room sees. `writing`: how many have written something so far. A vote shows how many have voted while it is open, and what it
 * says once it is counted.
 */
export type RoomBoardView = {
  onStage: boolean;
  locked: readonly ThingId[];
  round:
    | (Pick<Round, 'round' | 'names' | 'frame' | 'until'> & { status: 'writing' | 'revealed'; writing: number })
    | null;
  vote:
    | (Pick<DotVote, 'vote' | 'frame' | 'dots' | 'most' | 'until'> &
        (
          | { status: 'open'; voted: number }
          | { status: 'counted'; voted: number; result: { readonly [thing: ThingId]: DotResult } }
        ))
    | null;
  timer: number | null;
  writtenAt: number | null;
};
export type BoardView = { readonly [room: RoomId]: RoomBoardView };

/** One's own private notes in the order in which they were written, also of a round that has ended, and one's own dots, in the room one is in. */
export type BoardOwn = { jots: readonly Omit<Jot, 'person'>[]; dots: { readonly [thing: ThingId]: number } };
