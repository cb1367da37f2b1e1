import { z } from 'zod';
import { type Audience, isHost, roomsOf } from '../../kernel/context.ts';
import { Id } from '../../kernel/ids.ts';
import { everyone } from '../../kernel/messages.ts';
import { type Ask, defineSlice } from '../../kernel/slice.ts';
import { closing, decide } from './polls.decide.ts';
import { evolve } from './polls.evolve.ts';
import { facts, messages, refusals } from './polls.messages.ts';
import { parts } from './polls.parts.ts';
import { splitOf } from './polls.split.ts';
import { isAnonymous, noPolls, openRuns, type Polls, type Run } from './polls.state.ts';
import { countedOf, ownOf, type ShownRun, shownTo, viewOf, withheldOf } from './polls.view.ts';
import { type Dimension, dimensions } from './sheet.ts';

const SplitInput = z.strictObject({ run: Id, by: z.enum(dimensions) });
const SessionInput = z.strictObject({ session: Id });

/**
 * Polls: what is asked is prepared as a sheet and run as often as one likes; ballots become tallies.
 *
 * [V1] One ballot per person and run; the last one counts.
 * [V2] A tally is the sum of its ballots: its voters are those whose ballot counts, whatever was changed meanwhile.
 * [V3] Nobody votes after the position of the log at which a run was closed, whatever the clock says.
 * [V4] What is hidden until the close is told to nobody but its caster while the run is open, and who chose what to hosts alone after it.
 * [V5] No fact, view or state names who cast a ballot of an anonymous run: the log knows who holds a paper, and tallies.
 * [V6] The result of a closed run never changes, unless it is opened again; an anonymous one is never opened again.
 * [V7] A run asks what its poll asked when it was launched; later changes of the poll change no run.
 * [V8] Runs end with their rooms: none is open where nobody can be.
 * [V9] Of an anonymous run no result of fewer than five ballots is told. No division of a secret run shows fewer than five, none is told while it
 * is open, and to others than hosts none but the one that it was prepared for.
 * [V10] Who facilitates one room alone rules over the polls that run there and nowhere else.
 * [V11] The right answers of a quiz are seen by hosts alone until they are revealed.
 */
export const polls = defineSlice<Polls>()({
  name: 'polls',
  messages,
  facts,
  refusals,
  initial: noPolls,
  stateVersion: 1,
  factVersion: 1,
  parts,
  decide,
  evolve,
  view: viewOf,
  own: ownOf,
  concerns: fact => (fact.kind === 'polls.voted' || fact.kind === 'polls.issued' ? [fact.data.person] : []),
  urgent: ['polls.launched', 'polls.closed', 'polls.shown'],
  gathered: ['polls.voted', 'polls.issued'],
  conceals: ['polls.reopened', 'polls.discarded'],
  deadline: state => {
    const ends = openRuns(state).flatMap(({ endsAt }) => endsAt ?? []);
    return ends.length > 0 ? Math.min(...ends) : null;
  },
  tick: (state, context) =>
    openRuns(state)
      .filter(({ endsAt }) => endsAt !== null && endsAt <= context.now)
      .map(run => closing(run, context)),
  follow: {
    'sessions.closed': (state, { data: { session } }, context) =>
      openRuns(state)
        .filter(run => run.session === session)
        .map(run => closing(run, context)),
    'sessions.rearranged': (state, { data: { session } }, context) =>
      openRuns(state)
        .filter(run => run.session === session && !run.rooms.some(context.isOpenRoom))
        .map(run => closing(run, context)),
  },
  asks: {
    /** The result of a run, divided: groups that would give somebody away are put together. */
    split: {
      input: SplitInput,
      by: everyone('dialogue'),
      answer: (state, { run, by }, audience) => {
        const found = state.runs[run];
        return found && isSeen(found, audience) && mayDivide(found, by, audience) ? splitOf(found, by) : null;
      },
    } satisfies Ask<Polls, typeof SplitInput>,
    /** What was asked in a session, the first one first, as far as somebody may see it. */
    runs: {
      input: SessionInput,
      by: everyone('dialogue'),
      answer: (state, { session }, audience): ShownRun[] =>
        Object.values(state.runs)
          .filter(run => run.session === session && isSeen(run, audience))
          .sort((a, b) => a.launchedAt - b.launchedAt)
          .map(run => shownTo(run, isHost(audience.role))),
    } satisfies Ask<Polls, typeof SessionInput>,
  },
  outcome: state =>
    Object.values(state.runs)
      .filter(({ status }) => status === 'closed')
      .sort((a, b) => a.launchedAt - b.launchedAt)
      .map(run => ({
        ...{ run: run.run, poll: run.poll, session: run.session, sheet: run.sheet, launchedAt: run.launchedAt },
        present: run.present,
        voters: isAnonymous(run) ? (run.counted?.ballots ?? 0) : run.tally.voters,
        tally: withheldOf(run) === null ? countedOf(run) : null,
        split: dividedForAll(run),
      })),
});

/** How the report divides a result: by the groups that it was prepared for, and a named one by clusters. */
function dividedForAll(run: Run) {
  const by = run.sheet.split ?? (run.sheet.names === 'shown' ? 'cluster' : null);
  return by !== null && withheldOf(run) === null ? splitOf(run, by) : null;
}

/**
 * Whether somebody is told a result by groups. Of a secret run only once it is closed, since a group that grows by one tells
 * that ballot; and only by the groups that it was prepared for, since two divisions can be taken from each other. Hosts
 * know the ballots of a hidden run after its close, and divide it as they like.
 */
function mayDivide(run: Run, by: Dimension, { role }: Audience): boolean {
  if (withheldOf(run) !== null) return false;
  if (run.sheet.names === 'shown') return true;
  if (run.status === 'open') return false;
  return by === run.sheet.split || (isHost(role) && !isAnonymous(run));
}

/** Inside its rooms everybody sees a run; outside them hosts do, and everybody once it is closed. */
function isSeen(run: Run, audience: Audience): boolean {
  if (audience.place?.room.endsWith('/lobby')) return false;
  if (run.status === 'discarded') return false;
  return run.status === 'closed' || isHost(audience.role) || roomsOf(audience).some(room => run.rooms.includes(room));
}
