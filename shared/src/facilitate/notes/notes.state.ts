import { type Id, type PersonId, plenaryOf, type RoomId, type SessionId, sessionOf } from '../../kernel/ids.ts';
import { type Outcome, outcomeKinds } from './outcomes.ts';
import type { Template } from './templates.ts';

/** An outcome in the register; `at` and `changedAt` in ms since the epoch. */
export type Registered = Outcome & { at: number; changedAt: number };

/** What has been brought together of a session: a draft until somebody signs it off. */
export type Output = { status: 'draft' } | { status: 'signed'; by: PersonId; at: number };

/** What is known of the notes of one session. */
export type SessionNotes = {
  outcomes: { readonly [outcome: Id]: Registered };
  authors: 'shown' | 'hidden';
  /** What notes begin with, by room; under the session's id for all its rooms. */
  templates: { readonly [room: string]: Template };
};

export type Notes = {
  sessions: { readonly [session: SessionId]: SessionNotes };
  outputs: { readonly [session: SessionId]: Output };
  /** In which session each outcome is: an id is in one document alone. */
  where: { readonly [outcome: Id]: SessionId };
};

const noNotes: SessionNotes = { outcomes: {}, authors: 'shown', templates: {} };

export const notesIn = (state: Notes, session: SessionId): SessionNotes => state.sessions[session] ?? noNotes;

/** An outcome of the register; null for none of this id. */
export function outcomeIn(state: Notes, outcome: Id): Registered | null {
  const session = state.where[outcome];
  return session === undefined ? null : (state.sessions[session]?.outcomes[outcome] ?? null);
}

/** The outcomes that a document holds, by what the register knows. */
export const outcomesOf = (state: Notes, document: Outcome['document'], room: RoomId): Registered[] =>
  Object.values(notesIn(state, sessionOf(room)).outcomes).filter(one => one.room === room && one.document === document);

/** True once somebody has signed off what a session brings home: then nobody writes it. */
export const isSigned = (state: Notes, room: RoomId): boolean => {
  const session = sessionOf(room);
  return room === plenaryOf(session) && state.outputs[session]?.status === 'signed';
};

/** What the notes of a room begin with; null for nothing. */
export const templateFor = (state: Notes, room: RoomId): Template | null => {
  const { templates } = notesIn(state, sessionOf(room));
  return templates[room] ?? templates[sessionOf(room)] ?? null;
};

/** The outcomes in the order in which registers and reports list them: by kind, then as they came. */
export const inOrder = (outcomes: Iterable<Registered>): Registered[] =>
  [...outcomes].sort(
    (a, b) =>
      outcomeKinds.indexOf(a.kind) - outcomeKinds.indexOf(b.kind) ||
      a.at - b.at ||
      (a.outcome < b.outcome ? -1 : Number(a.outcome > b.outcome)),
  );
