import type { RuleContext } from '../../kernel/context.ts';
import { isLobby, type PersonId, type RoomId } from '../../kernel/ids.ts';
import { accept, type Deciders, type Decision, type FactOf, refuse } from '../../kernel/slice.ts';
import { limits } from '../../limits.ts';
import type { facts, messages, refusals } from './board.messages.ts';
import { type Boards, boardIn, type DotVote, type Round } from './board.state.ts';
import { revealing } from './board.time.ts';
import type { ThingId } from './scene/thing.ts';

type BoardFact = FactOf<typeof facts>;
type Refusal = (typeof refusals)[number];
type Context = RuleContext;

/** What each command leads to; the laws stand above the rules. */
export const decide: Deciders<Boards, typeof messages, BoardFact, Refusal> = {
  show(state, input) {
    if (isLobby(input.room)) return refuse('board.not-here');
    return boardIn(state, input.room).onStage === input.on ? accept() : accept({ kind: 'board.shown', data: input });
  },
  lock: (state, input) => (isLobby(input.room) ? refuse('board.not-here') : locking(state, input)),
  prepare: (state, input, { isRoom }) => (isRoom(input.room) ? locking(state, input) : refuse('board.not-here')),
  begin(state, { seconds, ...input }, context) {
    if (isLobby(input.room)) return refuse('board.not-here');
    const { round } = boardIn(state, input.room);
    if (round && round.status !== 'ended') return refuse('board.round-open');
    return accept({ kind: 'board.begun', data: { ...input, until: endAfter(seconds, context) } });
  },
  jot(state, input, context) {
    const round = writingIn(state, input.room);
    const person = personOf(context);
    if (!round || !person) return refuse('board.no-round');
    const found = round.jots[input.note];
    if (found && found.person !== person) return refuse('board.not-yours');
    if (!found && isFull(round, person)) return refuse('board.full');
    const isSame = found?.text === input.text && found.colour === input.colour;
    return isSame ? accept() : accept({ kind: 'board.jotted', data: { ...input, person } });
  },
  drop(state, { room, note }, context) {
    const { round } = boardIn(state, room);
    const person = personOf(context);
    if (!round || round.status === 'revealed' || !person) return refuse('board.no-round');
    const found = round.jots[note];
    if (!found) return accept();
    return found.person === person
      ? accept({ kind: 'board.dropped', data: { room, note, person } })
      : refuse('board.not-yours');
  },
  reveal: (state, { room }) => whileWriting(state, room, round => revealing(room, round)),
  discard: (state, { room }) => whileWriting(state, room, () => ({ kind: 'board.discarded', data: { room } })),
  placed(state, { room, round }) {
    const now = boardIn(state, room).round;
    return now?.status === 'revealed' && now.round === round
      ? accept({ kind: 'board.placed', data: { room, round } })
      : accept();
  },
  call(state, { seconds, ...input }, context) {
    if (isLobby(input.room)) return refuse('board.not-here');
    if (boardIn(state, input.room).vote?.status === 'open') return refuse('board.vote-open');
    const most = Math.min(input.most, input.dots);
    return accept({ kind: 'board.called', data: { ...input, most, until: endAfter(seconds, context) } });
  },
  dot(state, input, context) {
    const { vote } = boardIn(state, input.room);
    const person = personOf(context);
    if (vote?.status !== 'open' || !person) return refuse('board.no-vote');
    const { [input.thing]: before = 0, ...others } = vote.ballots[person]?.on ?? {};
    if (before === input.dots) return accept();
    if (input.dots > before && !hasDots(vote, others, input.dots)) return refuse('board.no-dots');
    const cluster = context.clusterOf(person);
    return accept({ kind: 'board.dotted', data: { ...input, person, cluster } });
  },
  count: (state, { room }) =>
    boardIn(state, room).vote?.status === 'open'
      ? accept({ kind: 'board.counted', data: { room } })
      : refuse('board.no-vote'),
  clear: (state, { room }) =>
    boardIn(state, room).vote ? accept({ kind: 'board.cleared', data: { room } }) : refuse('board.no-vote'),
  time(state, { room, seconds }, context) {
    if (isLobby(room)) return refuse('board.not-here');
    const until = endAfter(seconds, context);
    return boardIn(state, room).timer === until ? accept() : accept({ kind: 'board.timed', data: { room, until } });
  },
  wrote: (_state, input, { isRoom }) =>
    isRoom(input.room) ? accept({ kind: 'board.written', data: input }) : refuse('board.not-here'),
};

type Locking = { room: RoomId; things: readonly ThingId[]; on: boolean };

function locking(state: Boards, { room, things, on }: Locking): Decision<BoardFact, Refusal> {
  const { locked } = boardIn(state, room);
  const changed = [...new Set(things)].filter(thing => locked.includes(thing) !== on);
  if (on && locked.length + changed.length > limits.boardLocked) return refuse('board.full');
  return changed.length > 0 ? accept({ kind: 'board.locked', data: { room, things: changed, on } }) : accept();
}

/** Who acts; null for the engine, which neither writes nor votes. */
const personOf = ({ actor }: Pick<Context, 'actor'>): PersonId | null => (actor === 'engine' ? null : actor.person);

const endAfter = (seconds: number | null, { now }: Pick<Context, 'now'>): number | null =>
  seconds === null ? null : now + seconds * 1_000;

function writingIn(state: Boards, room: RoomId): Round | null {
  const { round } = boardIn(state, room);
  return round?.status === 'writing' ? round : null;
}

function whileWriting(state: Boards, room: RoomId, fact: (round: Round) => BoardFact): Decision<BoardFact, Refusal> {
  const round = writingIn(state, room);
  return round ? accept(fact(round)) : refuse('board.no-round');
}

function isFull({ jots }: Round, person: PersonId): boolean {
  const all = Object.values(jots);
  const own = all.filter(jot => jot.person === person);
  return all.length >= limits.jotsPerRound || own.length >= limits.jotsPerPerson;
}

function hasDots({ dots, most }: DotVote, others: { readonly [thing: string]: number }, more: number): boolean {
  const spent = Object.values(others).reduce((sum, one) => sum + one, 0);
  return more <= most && spent + more <= dots;
}
