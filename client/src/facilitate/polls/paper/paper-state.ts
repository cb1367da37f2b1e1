import type { Ballot } from '@multaqa/shared/facilitate/polls/kinds/kinds';
import type { Blinded } from './oprf.ts';

/**
 * A ballot paper as this device keeps it: `output` and `group` once the server has answered, the ballot that is `wanted` on it, and
 * the last one known to be in the box. Whether that is still there is `unknown` from the moment another one is sent until it is answered.
 */
export type KeptPaper = Blinded & {
  output: string | null;
  group: string | null;
  wanted: Ballot | null;
  cast: Ballot | 'unknown' | null;
};

/** What is known of somebody's paper for one run. `issued` is the blinded number that the server holds; `wanted` what was chosen before there was a paper. */
export type PaperState = {
  status: 'restoring' | 'open';
  papers: readonly KeptPaper[];
  issued: string | null;
  wanted: Ballot | null;
  refusal: string | null;
};

export type PaperEvent =
  | { what: 'restored'; papers: readonly KeptPaper[] }
  | { what: 'blinded'; paper: Blinded }
  /** The server holds this blinded number, of this device or another one. */
  | { what: 'issued'; blinded: string }
  | { what: 'made'; blinded: string; output: string; group: string | null }
  | { what: 'chosen'; ballot: Ballot }
  | { what: 'cast'; blinded: string; ballot: Ballot | 'unknown' }
  | { what: 'refused'; refusal: string };

/** What is to be done next; nothing while the person has not chosen. */
export type PaperStep = 'blind' | 'ask' | 'fetch' | 'cast' | null;

/** Where a ballot is: its paper being made, nothing chosen yet, kept on this device alone, in the box, or not counted. */
export type PaperStanding = 'preparing' | 'ready' | 'kept' | 'cast' | 'refused' | 'elsewhere';

export const newPaper: PaperState = { status: 'restoring', papers: [], issued: null, wanted: null, refusal: null };

/** The paper of this device: the one that the server holds, or one that it may be asked for. Undefined when there is none. */
export const ownPaper = ({ papers, issued }: PaperState): KeptPaper | undefined =>
  issued === null ? papers[0] : papers.find(({ blinded }) => blinded === issued);

/** The state after an event. */
export function afterEvent(state: PaperState, event: PaperEvent): PaperState {
  switch (event.what) {
    case 'restored':
      return withWanted({ ...state, status: 'open', papers: merged(state.papers, event.papers) });
    case 'blinded':
      return withWanted({ ...state, papers: [...state.papers, { ...event.paper, ...unanswered }] });
    case 'issued':
      return withWanted({ ...state, issued: event.blinded });
    case 'made':
      return changed(state, event.blinded, { output: event.output, group: event.group });
    case 'chosen':
      return withWanted({ ...state, wanted: event.ballot, refusal: null });
    case 'cast':
      return changed(state, event.blinded, { cast: event.ballot });
    case 'refused':
      return { ...state, refusal: event.refusal };
  }
}

/** What is to be done next. */
export function nextStep(state: PaperState): PaperStep {
  if (state.status === 'restoring' || state.refusal !== null) return null;
  const own = ownPaper(state);
  if (!own) return state.issued === null ? 'blind' : null;
  if (state.issued === null) return 'ask';
  if (own.output === null) return 'fetch';
  return own.wanted !== null && !isSame(own.wanted, own.cast) ? 'cast' : null;
}

/** Where the ballot is, what was chosen last, and what is in the box as far as that is known. */
export function standingOf(state: PaperState): {
  state: PaperStanding;
  ballot: Ballot | null;
  counted: KeptPaper['cast'];
} {
  const own = ownPaper(state);
  const ballot = own?.wanted ?? state.wanted;
  return { state: standing(state, own, ballot), ballot, counted: own?.cast ?? null };
}

/** Why the ballot that was chosen last does not count, and what that means for one that was cast before; null when nothing was refused. */
export function refusalOf(state: PaperState): string | null {
  const cast = ownPaper(state)?.cast ?? null;
  if (state.refusal !== 'polls.closed' || cast === null) return state.refusal;
  return cast === 'unknown' ? 'polls.unsure' : 'polls.earlier-counts';
}

function standing(state: PaperState, own: KeptPaper | undefined, ballot: Ballot | null): PaperStanding {
  if (state.refusal !== null) return 'refused';
  if (state.status === 'open' && !own && state.issued !== null) return 'elsewhere';
  if (ballot !== null) return own && isSame(ballot, own.cast) ? 'cast' : 'kept';
  return own?.output ? 'ready' : 'preparing';
}

const unanswered = { output: null, group: null, wanted: null, cast: null };

const isSame = (one: Ballot | null, other: KeptPaper['cast']): boolean => JSON.stringify(one) === JSON.stringify(other);

/** What was chosen before there was a paper is wanted of the paper. */
function withWanted(state: PaperState): PaperState {
  const own = ownPaper(state);
  if (!own || state.wanted === null || state.status === 'restoring') return state;
  return { ...changed(state, own.blinded, { wanted: state.wanted }), wanted: null };
}

const changed = (state: PaperState, blinded: string, change: Partial<KeptPaper>): PaperState => ({
  ...state,
  papers: state.papers.map(paper => (paper.blinded === blinded ? { ...paper, ...change } : paper)),
});

/** The papers that another tab may have made since; one that is known here is newer here. */
const merged = (known: readonly KeptPaper[], kept: readonly KeptPaper[]): KeptPaper[] => [
  ...known,
  ...kept.filter(({ blinded }) => !known.some(paper => paper.blinded === blinded)),
];
