import { isHost, type RuleContext } from '../../kernel/context.ts';
import { isLobby, plenaryOf, type RoomId, sessionOf } from '../../kernel/ids.ts';
import { accept, type Deciders, type FactOf, refuse } from '../../kernel/slice.ts';
import { limits } from '../../limits.ts';
import { labelsFor, paperGroup } from './polls.groups.ts';
import { type facts, type messages, type refusals, voters } from './polls.messages.ts';
import { isAnonymous, openRuns, type Polls, type Run } from './polls.state.ts';
import { same } from './same.ts';
import { flawsOf, readBallot, type Sheet } from './sheet.ts';

type PollFact = FactOf<typeof facts>;
type Refusal = (typeof refusals)[number];

/** What each command leads to; the laws stand above the rules. */
export const decide: Deciders<Polls, typeof messages, PollFact, Refusal> = {
  prepare: (state, { poll, session, sheet }, { isRoom }) =>
    isRoom(plenaryOf(session)) ? prepared(state, { poll, session, room: null, sheet }) : refuse('polls.elsewhere'),

  improvise: (state, { poll, room, sheet }) =>
    isLobby(room) || (state.polls[poll] && state.polls[poll].room !== room)
      ? refuse('polls.elsewhere')
      : prepared(state, { poll, session: sessionOf(room), room, sheet }),

  place(state, { poll, before }) {
    if (state.polls[poll]?.status !== 'kept' || (before !== null && !state.polls[before]))
      return refuse('polls.unknown');
    return poll === before ? accept() : accept({ kind: 'polls.placed', data: { poll, before } });
  },

  remove: (state, { poll }) =>
    state.polls[poll]?.status === 'kept' ? accept({ kind: 'polls.removed', data: { poll } }) : refuse('polls.unknown'),

  recover: (state, { poll }) =>
    state.polls[poll]?.status === 'removed'
      ? accept({ kind: 'polls.recovered', data: { poll } })
      : refuse('polls.unknown'),

  launch(state, { poll, run, room, also, key }, context) {
    const found = state.polls[poll];
    const rooms = [...new Set([room, ...also])];
    if (found?.status !== 'kept') return refuse('polls.unknown');
    if (state.runs[run]) return refuse('polls.taken');
    const session = sessionOf(room);
    if (rooms.some(one => isLobby(one) || sessionOf(one) !== session || !context.isOpenRoom(one)))
      return refuse('polls.elsewhere');
    if (rooms.length > 1 && !hostsDialogue(context)) return refuse('polls.not-yours');
    const { sheet } = found;
    if (flawsOf(sheet).length > 0 || (sheet.names === 'never') !== (key !== null)) return refuse('polls.not-ready');
    if (isFull(state, poll, rooms)) return refuse('polls.full');
    const endsAt = sheet.seconds === null ? null : context.now + sheet.seconds * 1_000;
    const labels = labelsFor(sheet, rooms, context);
    const present = votersIn(rooms, context).length;
    return accept({ kind: 'polls.launched', data: { poll, run, session, rooms, sheet, endsAt, key, present, labels } });
  },

  vote(state, { run, room, ballot }, context) {
    const found = openIn(state, run, room);
    if (!found.ok || context.actor === 'engine') return found.ok ? refuse('polls.unknown') : found;
    if (isAnonymous(found.run)) return refuse('polls.secret');
    const read = readBallot(found.run.sheet, ballot);
    if (!read) return refuse('polls.no-such-choice');
    const { person } = context.actor;
    const before = found.run.ballots[person];
    if (before && same(before.ballot, read)) return accept();
    const of = before?.of ?? { ...context.groupsOf(person), room };
    return accept({ kind: 'polls.voted', data: { run, person, ballot: read, of } });
  },

  paper(state, { run, room, blinded }, context) {
    const found = openIn(state, run, room);
    if (!found.ok || context.actor === 'engine') return found.ok ? refuse('polls.unknown') : found;
    if (!isAnonymous(found.run)) return refuse('polls.elsewhere');
    const { person } = context.actor;
    const before = found.run.papers[person];
    if (before) return before.blinded === blinded ? accept() : refuse('polls.paper-taken');
    return accept({
      kind: 'polls.issued',
      data: { run, person, blinded, group: paperGroup(found.run, { ...context.groupsOf(person), room }) },
    });
  },

  close(state, { run, room }, context) {
    const found = openIn(state, run, room);
    if (!found.ok) return found;
    return mayRule(found.run, context) ? accept(closing(found.run, context)) : refuse('polls.not-yours');
  },

  reopen(state, { run, room }, context) {
    const found = state.runs[run];
    if (found?.status !== 'closed' || !found.rooms.includes(room)) return refuse('polls.unknown');
    if (isAnonymous(found)) return refuse('polls.counted');
    return mayRule(found, context) ? accept({ kind: 'polls.reopened', data: { run } }) : refuse('polls.not-yours');
  },

  time(state, { run, room, seconds }, context) {
    const found = openIn(state, run, room);
    if (!found.ok) return found;
    if (!mayRule(found.run, context)) return refuse('polls.not-yours');
    const endsAt = seconds === null ? null : context.now + seconds * 1_000;
    return found.run.endsAt === endsAt ? accept() : accept({ kind: 'polls.timed', data: { run, endsAt } });
  },

  reveal(state, { run, room }, context) {
    const found = state.runs[run];
    if (!found?.rooms.includes(room)) return refuse('polls.unknown');
    if (found.status !== 'closed') return refuse('polls.not-closed');
    if (!mayRule(found, context)) return refuse('polls.not-yours');
    return found.isRevealed ? accept() : accept({ kind: 'polls.revealed', data: { run } });
  },

  show(state, { room, shown }) {
    const found = shown && state.runs[shown.run];
    if (shown && (!found || found.status === 'discarded' || sessionOf(room) !== found.session))
      return refuse('polls.unknown');
    if (shown?.against && state.runs[shown.against]?.poll !== found?.poll) return refuse('polls.unknown');
    return same(state.shown[room] ?? null, shown) ? accept() : accept({ kind: 'polls.shown', data: { room, shown } });
  },

  discard(state, { run }, context) {
    const found = state.runs[run];
    if (!found || found.status === 'discarded') return refuse('polls.unknown');
    const gone = { kind: 'polls.discarded', data: { run } } as const;
    return found.status === 'open' ? accept<PollFact>(closing(found, context), gone) : accept<PollFact>(gone);
  },

  restore: (state, { run }) =>
    state.runs[run]?.status === 'discarded'
      ? accept({ kind: 'polls.restored', data: { run } })
      : refuse('polls.unknown'),

  count(state, input) {
    const found = state.runs[input.run];
    if (!found || !isAnonymous(found)) return refuse('polls.unknown');
    const isEnd = input.step !== 'interim';
    if (isEnd === (found.status === 'open')) return refuse(isEnd ? 'polls.not-closed' : 'polls.closed');
    if (isCounted(found, input)) return accept();
    return accept({ kind: 'polls.counted', data: input });
  },
};

/** The fact that ends a run, with how many could have voted. */
export function closing({ run, rooms, ballots, papers, present }: Run, context: RuleContext) {
  const all = new Set([...votersIn(rooms, context), ...Object.keys(ballots), ...Object.keys(papers)]);
  return { kind: 'polls.closed' as const, data: { run, present: Math.max(present, all.size) } };
}

const votersIn = (rooms: readonly RoomId[], { peopleIn, roleOf }: RuleContext) =>
  rooms.flatMap(peopleIn).filter(person => isVoter(roleOf(person)));

const isVoter = (role: ReturnType<RuleContext['roleOf']>): boolean => voters.some(one => one === role);

const hostsDialogue = ({ actor }: RuleContext): boolean => actor !== 'engine' && isHost(actor.role);

/** Who facilitates one room alone rules over what runs there and nowhere else. */
const mayRule = (run: Run, context: RuleContext): boolean => run.rooms.length === 1 || hostsDialogue(context);

function openIn(state: Polls, run: string, room: RoomId) {
  const found = state.runs[run];
  if (!found) return refuse('polls.unknown');
  if (!found.rooms.includes(room)) return refuse('polls.elsewhere');
  return found.status === 'open' ? { ok: true as const, run: found } : refuse('polls.closed');
}

function prepared(state: Polls, data: { poll: string; session: string; room: RoomId | null; sheet: Sheet }) {
  const found = state.polls[data.poll];
  if (found && found.room !== data.room) return refuse('polls.elsewhere');
  if (found?.status === 'removed') return refuse('polls.unknown');
  if (!found && Object.keys(state.polls).length >= limits.pollsPerDialogue) return refuse('polls.full');
  return found && found.session === data.session && same(found.sheet, data.sheet)
    ? accept()
    : accept({ kind: 'polls.prepared' as const, data });
}

function isFull(state: Polls, poll: string, rooms: readonly RoomId[]): boolean {
  const open = openRuns(state);
  return (
    rooms.some(room => open.filter(run => run.rooms.includes(room)).length >= limits.openPollsPerRoom) ||
    Object.values(state.runs).filter(run => run.poll === poll).length >= limits.runsPerPoll
  );
}

/** True for a count that is known: a piece counts once, and nothing is counted after the last one. */
function isCounted(
  { counted }: Run,
  { step, piece, ballots }: { step: string; piece: number; ballots: number },
): boolean {
  if (counted?.status === 'final') return true;
  if (step === 'interim') return counted !== null && counted.ballots >= ballots;
  return piece !== (counted?.status === 'counting' ? counted.pieces : 0);
}
