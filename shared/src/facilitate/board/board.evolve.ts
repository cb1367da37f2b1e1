import type { Id, PersonId, RoomId } from '../../kernel/ids.ts';
import type { FactOf, Recorded } from '../../kernel/slice.ts';
import { limits } from '../../limits.ts';
import type { facts } from './board.messages.ts';
import { type Boards, boardIn, type DotVote, type RoomBoard, type Round } from './board.state.ts';
import { resultOf } from './board.view.ts';
import type { ThingId } from './scene/thing.ts';

type BoardFact = Recorded<FactOf<typeof facts>>;

/** The state after a fact of the boards. */
export function evolve(state: Boards, fact: BoardFact): Boards {
  const before = boardIn(state, fact.data.room);
  const after = changed(before, fact);
  return after === before ? state : { ...state, [fact.data.room]: after };
}

function changed(board: RoomBoard, fact: BoardFact): RoomBoard {
  switch (fact.kind) {
    case 'board.shown':
      return { ...board, onStage: fact.data.on };
    case 'board.locked':
      return { ...board, locked: lockedAfter(board.locked, fact.data) };
    case 'board.timed':
      return { ...board, timer: fact.data.until };
    case 'board.written':
      return { ...board, writtenAt: fact.at };
    case 'board.closed':
      return closed(withResult(board, fact.at));
    case 'board.counted':
      return { ...withResult(board, fact.at), vote: voteAfter(board.vote, fact) };
    case 'board.revealed':
      return {
        ...withRound(board, roundAfter(board.round, fact)),
        hasNamed: board.hasNamed || fact.data.people.length > 0,
      };
    case 'board.placed':
      return { ...withRound(board, roundAfter(board.round, fact)), writtenAt: fact.at };
    case 'board.begun':
    case 'board.jotted':
    case 'board.dropped':
    case 'board.discarded':
      return withRound(board, roundAfter(board.round, fact));
    default:
      return withVote(board, voteAfter(board.vote, fact));
  }
}

const withRound = (board: RoomBoard, round: Round | null): RoomBoard =>
  round === board.round ? board : { ...board, round };
const withVote = (board: RoomBoard, vote: DotVote | null): RoomBoard =>
  vote === board.vote ? board : { ...board, vote };

/** What an open vote says now, kept as its result. A vote in which nobody has put a dot anywhere says nothing. */
function withResult(board: RoomBoard, at: number): RoomBoard {
  const { vote, results } = board;
  if (vote?.status !== 'open') return board;
  const voted = Object.keys(vote.ballots).length;
  if (voted === 0) return board;
  const counted = { vote: vote.vote, frame: vote.frame, at, voted, result: resultOf(vote) };
  return { ...board, results: [...results, counted].slice(-limits.boardResults) };
}

function lockedAfter(locked: readonly ThingId[], { things, on }: { things: readonly ThingId[]; on: boolean }) {
  const others = locked.filter(thing => !things.includes(thing));
  return on ? [...others, ...things] : others;
}

function closed({ round, vote, ...board }: RoomBoard): RoomBoard {
  return {
    ...board,
    timer: null,
    round: round?.status === 'revealed' ? round : null,
    vote: vote && { ...vote, status: 'counted' },
  };
}

type OfRound = Extract<
  BoardFact,
  { kind: `board.${'begun' | 'jotted' | 'dropped' | 'revealed' | 'placed' | 'discarded'}` }
>;

function roundAfter(round: Round | null, fact: OfRound): Round | null {
  if (fact.kind === 'board.begun') {
    const { room: _, ...begun } = fact.data;
    return { ...begun, status: 'writing', jots: {} };
  }
  if (!round) return null;
  switch (fact.kind) {
    case 'board.jotted': {
      const { room: _, ...jot } = fact.data;
      return { ...round, jots: { ...round.jots, [jot.note]: jot } };
    }
    case 'board.dropped':
      return { ...round, jots: without(round.jots, fact.data.note) };
    case 'board.revealed':
      return { ...round, status: 'revealed', until: null };
    case 'board.discarded':
      return Object.keys(round.jots).length > 0 ? { ...round, status: 'ended', until: null } : null;
    case 'board.placed':
      return round.round === fact.data.round ? null : round;
  }
}

function without<Value>(all: { readonly [key: Id]: Value }, gone: Id): { readonly [key: Id]: Value } {
  const { [gone]: _, ...others } = all;
  return others;
}

type OfVote = Extract<BoardFact, { kind: `board.${'called' | 'dotted' | 'counted' | 'cleared'}` }>;

function voteAfter(vote: DotVote | null, fact: OfVote): DotVote | null {
  switch (fact.kind) {
    case 'board.called': {
      const { room: _, ...called } = fact.data;
      return { ...called, status: 'open', ballots: {} };
    }
    case 'board.dotted':
      return vote && { ...vote, ballots: ballotsAfter(vote.ballots, fact.data) };
    case 'board.counted':
      return vote && { ...vote, status: 'counted', until: null };
    case 'board.cleared':
      return null;
  }
}

type Dotted = { room: RoomId; thing: ThingId; dots: number; person: PersonId; cluster: string | null };

/** Who has taken all dots back has not voted. */
function ballotsAfter(ballots: DotVote['ballots'], { thing, dots, person, cluster }: Dotted): DotVote['ballots'] {
  const others = without(ballots[person]?.on ?? {}, thing);
  const on = dots > 0 ? { ...others, [thing]: dots } : others;
  return Object.keys(on).length > 0 ? { ...ballots, [person]: { cluster, on } } : without(ballots, person);
}
