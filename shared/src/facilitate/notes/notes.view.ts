import { type Audience, isHost } from '../../kernel/context.ts';
import { type Id, isLobby, type SessionId } from '../../kernel/ids.ts';
import { type Notes, notesIn, type Output, type Registered, type SessionNotes } from './notes.state.ts';
import { type OutcomeKind, outcomeKinds } from './outcomes.ts';

/** What somebody sees of the notes: the register of the session that they are in, and of the others how much there is. */
export type NotesView = {
  register: { readonly [outcome: Id]: Registered };
  sessions: { readonly [session: SessionId]: Pick<SessionNotes, 'authors'> & Counts };
  outputs: Notes['outputs'];
  /** What notes begin with; shown to hosts. */
  templates: { readonly [session: SessionId]: SessionNotes['templates'] };
};

type Counts = { counts: { readonly [Kind in OutcomeKind]?: number } };

/** The register belongs to those who are inside; whoever waits in the lobby sees none. */
export function viewOf(state: Notes, { role, place }: Audience): NotesView {
  const waits = place !== null && isLobby(place.room);
  const sessions = waits ? [] : Object.entries(state.sessions);
  return {
    register: place && !waits ? notesIn(state, place.session).outcomes : {},
    sessions: Object.fromEntries(sessions.map(([session, notes]) => [session, summaryOf(notes)])),
    outputs: waits ? {} : (state.outputs satisfies { [session: SessionId]: Output }),
    templates: isHost(role)
      ? Object.fromEntries(Object.entries(state.sessions).map(([session, { templates }]) => [session, templates]))
      : {},
  };
}

function summaryOf({ authors, outcomes }: SessionNotes) {
  const all = Object.values(outcomes);
  const counts = outcomeKinds
    .map(kind => [kind, all.filter(one => one.kind === kind).length] as const)
    .filter(([, count]) => count > 0);
  return { authors, counts: Object.fromEntries(counts) as Counts['counts'] };
}
