import { z } from 'zod';
import { Id, RoomId } from '../../kernel/ids.ts';
import { everyone } from '../../kernel/messages.ts';
import type { FactData } from '../../kernel/slice.ts';
import { limits } from '../../limits.ts';

/** In which ways somebody takes part besides speaking; each is counted apart. */
export const channels = ['chat', 'notes', 'board', 'polls', 'questions'] as const;
export type Channel = (typeof channels)[number];

/** `voice`: somebody whose voice the figures are about. `host`: who hosts the room; their seconds count in the host's share alone. */
export const strata = ['voice', 'host'] as const;
export type Stratum = (typeof strata)[number];

/** What somebody is told privately: that they have not been heard for long, that they have spoken for long, or that a host would like to hear them. */
export const nudgeKinds = ['silent', 'speaking', 'invited'] as const;
export type NudgeKind = (typeof nudgeKinds)[number];

/** `to` is the end of what is known, in ms since the epoch: whoever is not in `runs` was silent until then. */
const Batch = { room: RoomId, to: z.int().nonnegative() };
const run = { person: Id, from: z.int().nonnegative(), to: z.int().nonnegative() };
const Run = z.strictObject(run);

export const messages = {
  /** Who spoke in a room since the last batch. The server's segmenter says it, nobody else. */
  record: {
    input: z.strictObject({ ...Batch, runs: z.array(Run).max(limits.runsPerBatch) }),
    by: { engine: 'dialogue' },
    phases: ['live'],
    rate: 'plan',
    bytes: limits.commandBytes,
  },
  /** Whether a session measures its exchange, and whether people are nudged. */
  rule: {
    input: z.strictObject({ session: Id, figures: z.enum(['on', 'off']), nudges: z.enum(['on', 'off']) }),
    by: { organiser: 'dialogue', facilitator: 'dialogue' },
    phases: ['preparing', 'live'],
    rate: 'plan',
    bytes: 256,
  },
  /** Asks somebody privately whether they would like to come in. */
  invite: {
    input: z.strictObject({ room: RoomId, person: Id }),
    by: { organiser: 'any-room', facilitator: 'any-room' },
    phases: ['live'],
    rate: 'light',
    bytes: 256,
  },
  /** Puts one's own nudge away; this kind does not come again in the session. */
  dismiss: {
    input: z.strictObject({ session: Id, person: Id, nudge: z.enum(nudgeKinds) }),
    by: everyone('self'),
    phases: ['live'],
    rate: 'light',
    bytes: 256,
  },
} as const;

const Of = z.strictObject({
  cluster: z.string().nullable(),
  language: z.string().nullable(),
  municipality: z.string().nullable(),
});

export const facts = {
  'exchange.spoken': z.strictObject({
    ...Batch,
    runs: z.array(z.strictObject({ ...run, as: z.enum(strata) })).max(limits.runsPerBatch),
  }),
  /** Somebody is in a room from now on, with what they belong to; null: in none. */
  'exchange.seated': z.strictObject({
    session: Id,
    person: Id,
    at: z.strictObject({ room: RoomId, as: z.enum(strata), of: Of }).nullable(),
  }),
  /** Nobody is in any room of the session any more. */
  'exchange.closed': z.strictObject({ session: Id }),
  'exchange.contributed': z.strictObject({ person: Id, room: RoomId, channel: z.enum(channels) }),
  /** Somebody replied to what another one wrote. */
  'exchange.replied': z.strictObject({ room: RoomId, person: Id, author: Id }),
  'exchange.ruled': messages.rule.input,
  'exchange.nudged': z.strictObject({ session: Id, room: RoomId, person: Id, nudge: z.enum(nudgeKinds) }),
  'exchange.dismissed': messages.dismiss.input,
} as const;

declare module '../../kernel/slice.ts' {
  interface FactRegistry extends FactData<typeof facts> {}
}

export const refusals = ['exchange.off', 'exchange.not-here', 'exchange.asked', 'exchange.not-yet'] as const;
