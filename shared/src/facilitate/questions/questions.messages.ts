import { z } from 'zod';
import { Id, RoomId } from '../../kernel/ids.ts';
import type { FactData } from '../../kernel/slice.ts';
import { paragraph } from '../../kernel/text.ts';
import { limits } from '../../limits.ts';

/** Whether a question carries the name of who asked it. */
const askerNames = ['named', 'anonymous'] as const;

const One = z.strictObject({ room: RoomId, question: Id });
const Switched = One.extend({ on: z.boolean() });
const Others = z.array(Id).min(1).max(limits.questionsMerged);
const live = ['live'] as const;
const hosts = { organiser: 'any-room', facilitator: 'any-room' } as const;
const askers = { ...hosts, 'note-taker': 'own-room', participant: 'own-room', interpreter: 'own-room' } as const;

/** What hosts do with one question of a room. */
const hosting = <Input extends typeof One>(input: Input, bytes: number) =>
  ({ input, by: hosts, phases: live, rate: 'light', bytes }) as const;

export const messages = {
  ask: {
    input: One.extend({ text: paragraph(limits.askedGraphemes, 1), names: z.enum(askerNames) }),
    by: askers,
    phases: live,
    rate: 'chat',
    bytes: 20_000,
  },
  /** One's own question. */
  withdraw: { input: One, by: askers, phases: live, rate: 'light', bytes: 128 },
  support: { input: Switched, by: askers, phases: live, rate: 'light', bytes: 256 },
  /** Shows what has waited for a host, or what one has declined. */
  approve: hosting(One, 128),
  decline: hosting(One.extend({ reason: paragraph(limits.declinedGraphemes) }), 2_000),
  /** Unites the others with `question`. */
  merge: hosting(One.extend({ others: Others }), 1_024),
  /** Takes a question out again that was united with another one. */
  split: hosting(One, 128),
  pin: hosting(Switched, 256),
  /** Puts a question aside for later, and back. */
  park: hosting(Switched, 256),
  /** Answers in writing; null says that it was answered aloud. */
  answer: hosting(One.extend({ answer: paragraph(limits.answeredGraphemes, 1).nullable() }), 20_000),
  reopen: hosting(One, 128),
  send: hosting(One.extend({ to: RoomId }), 256),
  hide: hosting(One, 128),
  /** Brings back what a host has hidden, or one's own question that was withdrawn. */
  restore: { input: One, by: askers, phases: live, rate: 'light', bytes: 128 },
  /** Puts a question large on the stage of its room; null takes it off. */
  show: {
    input: z.strictObject({ room: RoomId, question: Id.nullable() }),
    by: hosts,
    phases: live,
    rate: 'light',
    bytes: 128,
  },
  /** How a session asks: whether hosts look at questions first, whether names may be left out, whether there may be more. */
  rule: {
    input: z.strictObject({
      session: Id,
      review: z.enum(['first', 'none']),
      anonymous: z.enum(['allowed', 'refused']),
      door: z.enum(['open', 'closed']),
    }),
    by: { organiser: 'dialogue', facilitator: 'dialogue' },
    phases: ['preparing', 'live'],
    rate: 'plan',
    bytes: 256,
  },
} as const;

/** The cluster of somebody when they asked or supported; null for none. */
const Voice = z.strictObject({ cluster: z.string().nullable() });

export const facts = {
  'questions.asked': messages.ask.input.extend({ ...Voice.shape, review: z.enum(['waiting', 'open']) }),
  'questions.withdrawn': One,
  'questions.supported': Switched.extend(Voice.shape),
  'questions.approved': One,
  'questions.declined': messages.decline.input,
  'questions.merged': messages.merge.input,
  'questions.split': One,
  'questions.pinned': Switched,
  'questions.parked': Switched,
  'questions.answered': messages.answer.input,
  'questions.reopened': One,
  'questions.sent': messages.send.input,
  'questions.hidden': One,
  'questions.restored': One,
  'questions.shown': messages.show.input,
  'questions.ruled': messages.rule.input,
} as const;

declare module '../../kernel/slice.ts' {
  interface FactRegistry extends FactData<typeof facts> {}
}

export const refusals = [
  'questions.taken',
  'questions.unknown',
  'questions.not-yours',
  'questions.not-here',
  'questions.closed',
  'questions.named-only',
  'questions.full',
  'questions.enough',
  'questions.changed',
  'questions.no-room',
] as const;
