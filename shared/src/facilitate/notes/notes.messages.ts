import { z } from 'zod';
import { Id, RoomId } from '../../kernel/ids.ts';
import { phases } from '../../kernel/messages.ts';
import type { FactData } from '../../kernel/slice.ts';
import { limits } from '../../limits.ts';
import { noteKinds, Outcome } from './outcomes.ts';
import { templateNames } from './templates.ts';

const Session = z.strictObject({ session: Id });
const hosts = { organiser: 'dialogue', facilitator: 'dialogue' } as const;
const writersOfOutput = { ...hosts, 'note-taker': 'dialogue' } as const;
const place = { room: RoomId, document: z.enum(noteKinds) };
const goingOn = ['preparing', 'live'] as const;

export const messages = {
  /** What a document says now of one of its outcomes. The server reads it, nobody else says it. */
  read: {
    input: Outcome,
    by: { engine: 'dialogue' },
    phases,
    rate: 'plan',
    bytes: limits.commandBytes,
  },
  /** Outcomes that a document does not hold any more. */
  miss: {
    input: z.strictObject({ ...place, outcomes: z.array(Id).min(1).max(limits.outcomesPerDocument) }),
    by: { engine: 'dialogue' },
    phases,
    rate: 'plan',
    bytes: 16_384,
  },
  /** Whether people see who wrote what in the documents of a session. */
  rule: {
    input: Session.extend({ authors: z.enum(['shown', 'hidden']) }),
    by: hosts,
    phases: goingOn,
    rate: 'plan',
    bytes: 128,
  },
  /** What the notes of a room begin with, or of all rooms of a session (`room` null). */
  template: {
    input: Session.extend({ room: RoomId.nullable(), template: z.enum(templateNames).nullable() }),
    by: hosts,
    phases: goingOn,
    rate: 'plan',
    bytes: 256,
  },
  sign: { input: Session, by: writersOfOutput, phases: goingOn, rate: 'plan', bytes: 128 },
  unsign: { input: Session, by: writersOfOutput, phases: goingOn, rate: 'plan', bytes: 128 },
} as const;

export const facts = {
  'notes.created': Outcome,
  'notes.changed': Outcome,
  'notes.withdrawn': z.strictObject({ outcome: Id }),
  'notes.ruled': messages.rule.input,
  'notes.templated': messages.template.input,
  'notes.signed': Session.extend({ person: Id }),
  'notes.unsigned': Session.extend({ person: Id }),
} as const;

declare module '../../kernel/slice.ts' {
  interface FactRegistry extends FactData<typeof facts> {}
}

export const refusals = [
  'notes.full',
  'notes.signed',
  'notes.not-signed',
  'notes.elsewhere',
  'notes.not-here',
] as const;
