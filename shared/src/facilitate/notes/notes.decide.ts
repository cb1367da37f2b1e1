import { plenaryOf, sessionOf } from '../../kernel/ids.ts';
import { accept, type Deciders, type FactOf, refuse } from '../../kernel/slice.ts';
import { limits } from '../../limits.ts';
import type { facts, messages, refusals } from './notes.messages.ts';
import { isSigned, type Notes, notesIn, outcomeIn, type Registered } from './notes.state.ts';
import type { Outcome } from './outcomes.ts';

type NotesFact = FactOf<typeof facts>;
type Refusal = (typeof refusals)[number];

/** What each command leads to; the laws stand above the rules. */
export const decide: Deciders<Notes, typeof messages, NotesFact, Refusal> = {
  read(state, outcome) {
    const found = outcomeIn(state, outcome.outcome);
    if (found && isElsewhere(found, outcome)) return refuse('notes.elsewhere');
    if (!found && Object.keys(state.where).length >= limits.outcomesPerDialogue) return refuse('notes.full');
    return accept<NotesFact>(...written(found, outcome));
  },
  miss(state, { outcomes, ...document }) {
    const gone = [...new Set(outcomes)].filter(outcome => {
      const found = outcomeIn(state, outcome);
      return found && !isElsewhere(found, document);
    });
    return accept<NotesFact>(...gone.map(outcome => ({ kind: 'notes.withdrawn' as const, data: { outcome } })));
  },
  rule(state, input, { isRoom }) {
    if (!isRoom(plenaryOf(input.session))) return refuse('notes.not-here');
    return notesIn(state, input.session).authors === input.authors
      ? accept()
      : accept({ kind: 'notes.ruled', data: input });
  },
  template(state, input, { isRoom }) {
    const { session, room, template } = input;
    if (!isRoom(room ?? plenaryOf(session)) || (room !== null && sessionOf(room) !== session))
      return refuse('notes.not-here');
    const now = notesIn(state, session).templates[room ?? session] ?? null;
    return now === template ? accept() : accept({ kind: 'notes.templated', data: input });
  },
  sign(state, { session }, { actor, isRoom }) {
    if (actor === 'engine' || !isRoom(plenaryOf(session))) return refuse('notes.not-here');
    if (isSigned(state, plenaryOf(session))) return refuse('notes.signed');
    return accept({ kind: 'notes.signed', data: { session, person: actor.person } });
  },
  unsign(state, { session }, { actor }) {
    if (actor === 'engine' || !isSigned(state, plenaryOf(session))) return refuse('notes.not-signed');
    return accept({ kind: 'notes.unsigned', data: { session, person: actor.person } });
  },
};

/** True when another document holds this outcome. */
const isElsewhere = (found: Registered, { room, document }: Pick<Outcome, 'room' | 'document'>): boolean =>
  found.room !== room || found.document !== document;

function written(found: Registered | null, one: Outcome): NotesFact[] {
  if (!found) return [{ kind: 'notes.created', data: one }];
  const { at: _, changedAt: __, ...known } = found;
  // Who wrote it first stays, whoever reads the document again.
  const now = { ...one, by: known.by };
  return sameText(known, now) ? [] : [{ kind: 'notes.changed', data: now }];
}

/** Both come from one schema, so that their keys have one order. */
const sameText = (a: Outcome, b: Outcome): boolean =>
  (Object.keys(a) as (keyof Outcome)[]).every(key => JSON.stringify(a[key]) === JSON.stringify(b[key]));
