import type { Id } from '../../kernel/ids.ts';
import type { FactOf, Recorded } from '../../kernel/slice.ts';
import type { Names } from '../../names.ts';
import type { facts } from './polls.messages.ts';
import { type Ages, isAnonymous, type Poll, type Polls, type Run } from './polls.state.ts';
import type { Sheet } from './sheet.ts';
import { emptyTally, plus, type Tally, tallyOf } from './tally.ts';

type PollFact = FactOf<typeof facts>;

/** The state after a fact of the polls. */
export function evolve(state: Polls, fact: Recorded<PollFact>): Polls {
  switch (fact.kind) {
    case 'polls.prepared':
      return prepare(state, fact.data, fact.at);
    case 'polls.placed':
      return { ...state, order: placed(state.order, fact.data) };
    case 'polls.removed':
      return withPoll(state, fact.data.poll, poll => ({ ...poll, status: 'removed' }));
    case 'polls.recovered':
      return withPoll(state, fact.data.poll, poll => ({ ...poll, status: 'kept' }));
    case 'polls.launched':
      return { ...state, runs: { ...state.runs, [fact.data.run]: launched(fact.data, fact.at) } };
    case 'polls.shown': {
      const { [fact.data.room]: _, ...others } = state.shown;
      return { ...state, shown: fact.data.shown ? { ...others, [fact.data.room]: fact.data.shown } : others };
    }
    default:
      return withRun(state, fact.data.run, run => afterRun(run, fact));
  }
}

type OfRun = Exclude<
  Recorded<PollFact>,
  { kind: `polls.${'prepared' | 'placed' | 'removed' | 'recovered' | 'launched' | 'shown'}` }
>;

function afterRun(run: Run, fact: OfRun): Run {
  switch (fact.kind) {
    case 'polls.voted':
      return voted(run, fact.data);
    case 'polls.issued': {
      const { person, blinded, group } = fact.data;
      return { ...run, papers: { ...run.papers, [person]: { blinded, group } } };
    }
    case 'polls.closed':
      return { ...run, status: 'closed', present: fact.data.present, endsAt: null };
    case 'polls.reopened':
      return { ...run, status: 'open', endsAt: null, isRevealed: false };
    case 'polls.timed':
      return { ...run, endsAt: fact.data.endsAt };
    case 'polls.revealed':
      return { ...run, isRevealed: true };
    case 'polls.discarded':
      return { ...run, status: 'discarded' };
    case 'polls.restored':
      return { ...run, status: 'closed' };
    case 'polls.counted':
      return counted(run, fact.data);
    default:
      return run;
  }
}

function prepare(
  state: Polls,
  { poll, session, room, sheet }: Pick<Poll, 'poll' | 'session' | 'room' | 'sheet'>,
  at: number,
) {
  const before = state.polls[poll];
  const ages = agesOf(sheet, before, at);
  const order = before ? state.order : [...state.order, poll];
  return {
    ...state,
    order,
    polls: { ...state.polls, [poll]: { poll, session, room, sheet, ages, status: 'kept' } },
  } as Polls;
}

/** Every text of a sheet, by the part that it belongs to. */
const textsOf = ({ question, hint, options, labels }: Sheet): [part: string, names: Names][] => [
  ['question', question],
  ['hint', hint],
  ...options.map(({ option, names }): [string, Names] => [option, names]),
  ...Object.entries(labels).flatMap(([label, names]): [string, Names][] => (names ? [[label, names]] : [])),
];

/** A text that is as it was keeps its age. */
function agesOf(sheet: Sheet, before: Poll | undefined, at: number): Ages {
  const then = new Map(before ? textsOf(before.sheet) : []);
  return Object.fromEntries(
    textsOf(sheet).map(([part, names]) => [
      part,
      Object.fromEntries(
        Object.entries(names).flatMap(([language, text]) => {
          if (text === undefined) return [];
          const known = before?.ages[part]?.[language as keyof Names];
          const isSame = then.get(part)?.[language as keyof Names] === text;
          return [[language, isSame ? (known ?? at) : at]];
        }),
      ),
    ]),
  );
}

function placed(order: readonly Id[], { poll, before }: { poll: Id; before: Id | null }): Id[] {
  const others = order.filter(one => one !== poll);
  const at = before === null ? others.length : others.indexOf(before);
  return at < 0 ? [...others, poll] : others.toSpliced(at, 0, poll);
}

type Launched = Extract<PollFact, { kind: 'polls.launched' }>['data'];

const launched = (data: Launched, at: number): Run => ({
  ...data,
  status: 'open',
  launchedAt: at,
  isRevealed: false,
  tally: emptyTally,
  towns: {},
  ballots: {},
  papers: {},
  groups: {},
  counted: null,
});

type Voted = Extract<PollFact, { kind: 'polls.voted' }>['data'];

function voted(run: Run, { person, ballot, of }: Voted): Run {
  if (isAnonymous(run)) return run;
  const [cast, before] = [tallyOf(run.sheet, ballot), run.ballots[person]];
  const taken = before && tallyOf(run.sheet, before.ballot);
  const change = (tally = emptyTally) => plus(taken ? plus(tally, taken, -1) : tally, cast);
  const town = of.municipality ?? '';
  return {
    ...run,
    tally: change(run.tally),
    towns: run.sheet.weight === 'municipality' ? { ...run.towns, [town]: change(run.towns[town]) } : run.towns,
    ballots: { ...run.ballots, [person]: { ballot, of } },
  };
}

type Counting = Extract<PollFact, { kind: 'polls.counted' }>['data'];

const read = ({ voters, sums }: Counting['tally']): Tally => ({ voters, sums: Object.fromEntries(sums) });

function counted(run: Run, { step, piece, ballots, tally, groups }: Counting): Run {
  if (step === 'interim') return { ...run, tally: read(tally), counted: { status: 'interim', pieces: 0, ballots } };
  const isFirst = run.counted?.status !== 'counting';
  const added = { ...(isFirst ? {} : run.groups) };
  for (const { group, tally: part } of groups) added[group] = plus(added[group] ?? emptyTally, read(part));
  return {
    ...run,
    tally: plus(isFirst ? emptyTally : run.tally, read(tally)),
    groups: added,
    counted: { status: step === 'final' ? 'final' : 'counting', pieces: piece + 1, ballots },
  };
}

function withPoll(state: Polls, poll: Id, change: (poll: Poll) => Poll): Polls {
  const found = state.polls[poll];
  return found ? { ...state, polls: { ...state.polls, [poll]: change(found) } } : state;
}

function withRun(state: Polls, run: Id, change: (run: Run) => Run): Polls {
  const found = state.runs[run];
  return found ? { ...state, runs: { ...state.runs, [run]: change(found) } } : state;
}
