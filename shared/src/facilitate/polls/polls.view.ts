import { type Audience, isHost, roomsOf } from '../../kernel/context.ts';
import { type Id, isLobby, type PersonId, type RoomId } from '../../kernel/ids.ts';
import type { Ballot } from './kinds/kinds.ts';
import { kindOf } from './kinds/kinds.ts';
import type { Shown } from './polls.messages.ts';
import { isAnonymous, type Poll, type Polls, type Run, runsOf } from './polls.state.ts';
import { isEnough, type Tally, weighted } from './tally.ts';

/** A run as somebody sees it. */
export type ShownRun = Pick<
  Run,
  | 'run'
  | 'poll'
  | 'session'
  | 'rooms'
  | 'sheet'
  | 'status'
  | 'launchedAt'
  | 'endsAt'
  | 'present'
  | 'isRevealed'
  | 'key'
  | 'labels'
> & {
  /** How many ballots are known of: of an anonymous run in fives, until it is counted. */
  voters: number;
  /** Null while it is not to be seen, or has too few ballots to be told. */
  tally: Tally | null;
  /** Why there is no tally; null where there is one. */
  withheld: 'until-closed' | 'being-counted' | 'too-few' | null;
  /** Who chose what; null where this is not told. */
  ballots: { readonly [person: PersonId]: Ballot } | null;
};

/** A poll of the plan as hosts see it. */
export type PlannedPoll = Omit<Poll, 'status'> & {
  status: Poll['status'];
  runs: readonly (Pick<Run, 'run' | 'session' | 'rooms' | 'status' | 'launchedAt' | 'endsAt'> & { voters: number })[];
};

export type PollsView = {
  /** For hosts: the plan in its order. */
  plan: readonly PlannedPoll[] | null;
  /** What runs or has run in the rooms that somebody sees into, the newest last. */
  runs: { readonly [run: Id]: ShownRun };
  /** What these rooms have on their stage. */
  shown: { readonly [room: RoomId]: Shown };
};

/** What one person alone sees: what they chose, and whether they hold a paper. */
export type PollsOwn = { readonly [run: Id]: { ballot: Ballot } | { blinded: string; group: string | null } };

/** The polls as an audience sees them. */
export function viewOf(state: Polls, audience: Audience): PollsView {
  const rooms = roomsOf(audience).filter(room => !isLobby(room));
  const isForHosts = isHost(audience.role);
  const seen = Object.values(state.runs).filter(
    run => run.status !== 'discarded' && run.rooms.some(room => rooms.includes(room)),
  );
  const shown = rooms.flatMap(room => (state.shown[room] ? [[room, state.shown[room]] as const] : []));
  const beside = shown.flatMap(([, { run, against }]) => [run, ...(against ? [against] : [])]);
  const all = [...seen, ...beside.flatMap(run => state.runs[run] ?? [])];
  return {
    plan: isForHosts ? planOf(state) : null,
    runs: Object.fromEntries(all.map(run => [run.run, shownTo(run, isForHosts)])),
    shown: Object.fromEntries(shown),
  };
}

const forHosts = new WeakMap<Run, ShownRun>();
const forAll = new WeakMap<Run, ShownRun>();

/** A run as hosts or others see it; the same object for the same run, so that comparing views costs what changed. */
export function shownTo(run: Run, isForHosts: boolean): ShownRun {
  const kept = isForHosts ? forHosts : forAll;
  const known = kept.get(run);
  if (known) return known;
  const { poll, session, rooms, sheet, status, launchedAt, endsAt, present, isRevealed, key, labels } = run;
  const withheld = withheldOf(run);
  const shown: ShownRun = {
    ...{ run: run.run, poll, session, rooms, status, launchedAt, endsAt, present, isRevealed, key, labels },
    sheet: isRevealed || isForHosts ? sheet : concealed(run),
    voters: isAnonymous(run) ? (run.counted?.ballots ?? 0) : run.tally.voters,
    tally: withheld ? null : countedOf(run),
    withheld,
    ballots: isTold(run, isForHosts)
      ? Object.fromEntries(Object.entries(run.ballots).map(([person, { ballot }]) => [person, ballot]))
      : null,
  };
  kept.set(run, shown);
  return shown;
}

/** The result as it counts: by persons, or with the same weight for each municipality. */
export const countedOf = ({ sheet, tally, towns }: Run): Tally =>
  sheet.weight === 'municipality' ? weighted(Object.values(towns)) : tally;

/** Why nobody is told the result; null when everybody is. */
export function withheldOf(run: Run): ShownRun['withheld'] {
  const isOpen = run.status === 'open';
  if (isOpen && run.sheet.results === 'after') return 'until-closed';
  if (!isAnonymous(run)) return null;
  if (!isOpen && run.counted?.status !== 'final') return 'being-counted';
  return isEnough(run.tally) ? null : isOpen ? 'until-closed' : 'too-few';
}

/** Whether it is told who chose what. */
function isTold(run: Run, isForHosts: boolean): boolean {
  if (isAnonymous(run) || withheldOf(run) !== null) return false;
  return run.sheet.names === 'shown' || (isForHosts && run.status !== 'open');
}

function concealed({ sheet }: Run): Run['sheet'] {
  const { conceal } = kindOf(sheet.design);
  return conceal ? { ...sheet, design: conceal(sheet.design) } : sheet;
}

const plans = new WeakMap<Polls['runs'], { of: Polls; plan: PlannedPoll[] }>();

function planOf(state: Polls): PlannedPoll[] {
  const known = plans.get(state.runs);
  if (known?.of.polls === state.polls && known.of.order === state.order) return known.plan;
  const plan = state.order.flatMap(id => {
    const poll = state.polls[id];
    return poll ? [{ ...poll, runs: runsOf(state, id).map(summaryOf) }] : [];
  });
  plans.set(state.runs, { of: state, plan });
  return plan;
}

function summaryOf(run: Run): PlannedPoll['runs'][number] {
  const { voters } = shownTo(run, true);
  const { run: id, session, rooms, status, launchedAt, endsAt } = run;
  return { run: id, session, rooms, status, launchedAt, endsAt, voters };
}

/** What somebody alone sees of the polls of the session that they are in. */
export function ownOf(state: Polls, person: PersonId, { place }: Audience): PollsOwn {
  if (!place) return {};
  return Object.fromEntries(
    Object.values(state.runs)
      .filter(({ session, status }) => session === place.session && status !== 'discarded')
      .flatMap(({ run, ballots, papers }): [Id, PollsOwn[Id]][] => {
        const [cast, paper] = [ballots[person], papers[person]];
        if (cast) return [[run, { ballot: cast.ballot }]];
        return paper ? [[run, paper]] : [];
      }),
  );
}
