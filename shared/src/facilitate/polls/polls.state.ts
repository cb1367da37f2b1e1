import type { Groups } from '../../kernel/context.ts';
import type { Id, PersonId, RoomId, SessionId } from '../../kernel/ids.ts';
import type { Language } from '../../kernel/languages.ts';
import type { Ballot } from './kinds/kinds.ts';
import type { Shown } from './polls.messages.ts';
import type { Sheet } from './sheet.ts';
import type { Tally } from './tally.ts';

/** When each text of a sheet was last changed, ms since the epoch, by part (`question`, `hint`, an option, a label) and language. */
export type Ages = { readonly [part: string]: { readonly [Name in Language]?: number } };

/** A poll that is prepared: it can be run as often as one likes. */
export type Poll = {
  poll: Id;
  session: SessionId;
  /** The room it was made for on the spot; null for one of the session's plan. */
  room: RoomId | null;
  sheet: Sheet;
  ages: Ages;
  status: 'kept' | 'removed';
};

/** To which groups somebody belonged when they voted. */
export type VoterGroups = Groups & { room: RoomId };

/** How far the ballot box of an anonymous run has been counted. */
export type Counted = { status: 'interim' | 'counting' | 'final'; pieces: number; ballots: number };

/** One launch of a poll. What it asks is frozen: later changes of the poll change no result. */
export type Run = {
  run: Id;
  poll: Id;
  session: SessionId;
  rooms: readonly RoomId[];
  sheet: Sheet;
  status: 'open' | 'closed' | 'discarded';
  launchedAt: number;
  endsAt: number | null;
  /** How many could vote. */
  present: number;
  isRevealed: boolean;
  tally: Tally;
  /** Where each municipality has the same weight: what each of them says. */
  towns: { readonly [town: string]: Tally };
  /** Who chose what; empty for an anonymous run. */
  ballots: { readonly [person: PersonId]: { ballot: Ballot; of: VoterGroups } };
  /** Of an anonymous run: who holds a ballot paper. It tells nothing of who has voted. */
  papers: { readonly [person: PersonId]: { blinded: string; group: string | null } };
  key: string | null;
  labels: readonly string[];
  groups: { readonly [group: string]: Tally };
  counted: Counted | null;
};

export type Polls = {
  polls: { readonly [poll: Id]: Poll };
  /** The polls in the order of the plan. */
  order: readonly Id[];
  runs: { readonly [run: Id]: Run };
  /** What a room has on its stage. */
  shown: { readonly [room: RoomId]: Shown };
};

export const noPolls: Polls = { polls: {}, order: [], runs: {}, shown: {} };

export const isAnonymous = ({ sheet }: Pick<Run, 'sheet'>): boolean => sheet.names === 'never';

/** The runs that people can vote in now. */
export const openRuns = (state: Polls): Run[] => Object.values(state.runs).filter(({ status }) => status === 'open');

/** The runs of a poll, the first one first. */
export const runsOf = (state: Polls, poll: Id): Run[] =>
  Object.values(state.runs)
    .filter(run => run.poll === poll)
    .sort((a, b) => a.launchedAt - b.launchedAt || (a.run < b.run ? -1 : 1));
