import { type Id, type SessionId, sessionOf } from '../../kernel/ids.ts';
import type { FactOf, Recorded } from '../../kernel/slice.ts';
import type { facts } from './notes.messages.ts';
import { type Notes, notesIn, type Registered, type SessionNotes } from './notes.state.ts';

/** The state after a fact of the notes. */
export function evolve(state: Notes, { at, ...fact }: Recorded<FactOf<typeof facts>>): Notes {
  switch (fact.kind) {
    case 'notes.created':
      return keep(state, { ...fact.data, at, changedAt: at });
    case 'notes.changed': {
      const session = state.where[fact.data.outcome];
      const found = session === undefined ? undefined : state.sessions[session]?.outcomes[fact.data.outcome];
      return found ? keep(state, { ...fact.data, at: found.at, changedAt: at }) : state;
    }
    case 'notes.withdrawn':
      return withdraw(state, fact.data.outcome);
    case 'notes.ruled':
      return within(state, fact.data.session, notes => ({ ...notes, authors: fact.data.authors }));
    case 'notes.templated': {
      const { session, room, template } = fact.data;
      return within(state, session, notes => {
        const { [room ?? session]: _, ...others } = notes.templates;
        return { ...notes, templates: template ? { ...others, [room ?? session]: template } : others };
      });
    }
    case 'notes.signed': {
      const { session, person } = fact.data;
      return { ...state, outputs: { ...state.outputs, [session]: { status: 'signed', by: person, at } } };
    }
    case 'notes.unsigned':
      return { ...state, outputs: { ...state.outputs, [fact.data.session]: { status: 'draft' } } };
    default:
      return state;
  }
}

const within = (state: Notes, session: SessionId, change: (notes: SessionNotes) => SessionNotes): Notes => ({
  ...state,
  sessions: { ...state.sessions, [session]: change(notesIn(state, session)) },
});

function keep(state: Notes, outcome: Registered): Notes {
  const session = sessionOf(outcome.room);
  const kept = within(state, session, notes => ({
    ...notes,
    outcomes: { ...notes.outcomes, [outcome.outcome]: outcome },
  }));
  return state.where[outcome.outcome] === session
    ? kept
    : { ...kept, where: { ...state.where, [outcome.outcome]: session } };
}

function withdraw(state: Notes, outcome: Id): Notes {
  const { [outcome]: session, ...where } = state.where;
  if (session === undefined) return state;
  return within({ ...state, where }, session, notes => {
    const { [outcome]: _, ...outcomes } = notes.outcomes;
    return { ...notes, outcomes };
  });
}
