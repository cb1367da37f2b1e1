import type { Id, PersonId, RoomId } from '../../kernel/ids.ts';
import type { Colour, ThingId } from './scene/thing.ts';

/** A note that somebody writes privately. */
export type Jot = { note: Id; person: PersonId; text: string; colour: Colour };

/**
 * Private writing in a room. `revealed`: the notes are to come on the board, and stay here until its document has them on disk.
 * `until` in ms since the epoch: then they are revealed by themselves.
 */
export type Round = {
  round: Id;
  status: 'writing' | 'revealed';
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

/** What the rules know of the board of one room; what is on it is in its document. */
export type RoomBoard = {
  onStage: boolean;
  locked: readonly ThingId[];
  round: Round | null;
  vote: DotVote | null;
  /** When the timer ends, in ms since the epoch; null without one. It stays for a while after its end. */
  timer: number | null;
};

export type Boards = { readonly [room: RoomId]: RoomBoard };

/** The result of a vote on one thing; `clusters` without groups that are too small to be told apart. */
export type DotResult = { dots: number; people: number; clusters: { readonly [cluster: string]: number } };

/**
 * What a room sees. `writing`: how many have written something so far. A vote shows how many have voted while it is open, and what it
 * says once it is counted.
 */
export type RoomBoardView = {
  onStage: boolean;
  locked: readonly ThingId[];
  round: (Pick<Round, 'round' | 'status' | 'names' | 'frame' | 'until'> & { writing: number }) | null;
  vote:
    | (Pick<DotVote, 'vote' | 'frame' | 'dots' | 'most' | 'until'> &
        (
          | { status: 'open'; voted: number }
          | { status: 'counted'; voted: number; result: { readonly [thing: ThingId]: DotResult } }
        ))
    | null;
  timer: number | null;
};
export type BoardView = { readonly [room: RoomId]: RoomBoardView };

/** One's own private notes in the order in which they were written, and one's own dots, in the room one is in. */
export type BoardOwn = { jots: readonly Omit<Jot, 'person'>[]; dots: { readonly [thing: ThingId]: number } };
