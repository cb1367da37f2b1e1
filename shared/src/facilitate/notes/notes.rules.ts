import { z } from 'zod';
import { Id, isLobby, type SessionId } from '../../kernel/ids.ts';
import { everyone } from '../../kernel/messages.ts';
import { type Ask, defineSlice } from '../../kernel/slice.ts';
import { decide } from './notes.decide.ts';
import { evolve } from './notes.evolve.ts';
import { facts, messages, refusals } from './notes.messages.ts';
import { parts } from './notes.parts.ts';
import { inOrder, isSigned, type Notes, notesIn } from './notes.state.ts';
import { viewOf } from './notes.view.ts';

const { observer: _, interpreter: __, ...writing } = everyone('own-room');
const hosts = { organiser: 'dialogue', facilitator: 'dialogue' } as const;

/**
 * Notes that a room writes together, what a session brings together of them, and the outcomes written in both.
 *
 * [N1] An outcome is in one document and once in the register, with what that document says of it; who wrote it first stays.
 * [N2] A reading that says what is known already leaves no fact.
 * [N3] Everybody who takes part writes the notes of the room they are in; hosts and note-takers of the dialogue those of every room.
 * [N4] Observers and interpreters read and write nothing.
 * [N5] What one room writes is read by nobody outside it but hosts and note-takers while it is open, and by everybody afterwards.
 * [N6] What is signed off is written by nobody until somebody who may sign opens it again.
 * [N7] The register of a session is seen by everybody inside it; who waits in the lobby sees none, and reads no document.
 */
export const notes = defineSlice<Notes>()({
  name: 'notes',
  messages,
  facts,
  refusals,
  initial: { sessions: {}, outputs: {}, where: {} },
  stateVersion: 1,
  factVersion: 1,
  parts,
  decide,
  evolve,
  view: viewOf,
  documents: {
    notes: {
      writes: { by: { ...writing, ...hosts, 'note-taker': 'dialogue' }, phases: ['preparing', 'live'] },
      reads: { ...everyone('own-room'), ...hosts, 'note-taker': 'dialogue' },
      after: everyone('dialogue'),
    },
    output: {
      writes: { by: { ...hosts, 'note-taker': 'dialogue' }, phases: ['preparing', 'live'] },
      reads: everyone('dialogue'),
      after: everyone('dialogue'),
    },
  },
  sealed: (state, kind, room) => kind === 'output' && isSigned(state, room),
  asks: {
    /** The outcomes of one session, in the register's order. */
    outcomes: {
      input: z.strictObject({ session: Id }),
      by: everyone('dialogue'),
      answer: (state, { session }, { place }) =>
        place && isLobby(place.room) ? [] : inOrder(Object.values(notesIn(state, session).outcomes)),
    } satisfies Ask<Notes, z.ZodType<{ session: SessionId }>>,
  },
  outcome: state =>
    Object.entries(state.sessions)
      .filter(([, { outcomes }]) => Object.keys(outcomes).length > 0)
      .map(([session, { outcomes }]) => ({
        session,
        output: state.outputs[session] ?? { status: 'draft' as const },
        outcomes: inOrder(Object.values(outcomes)),
      })),
});
