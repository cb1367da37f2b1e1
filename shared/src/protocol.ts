import { z } from 'zod';
import type { Audience } from './kernel/context.ts';
import { Id } from './kernel/ids.ts';
import type { Patch } from './kernel/patch.ts';

/** Raised when client and server of different releases could misunderstand each other; the client then asks for a reload. */
export const protocol = 6;

/** What a client says when it connects. `known` lets it continue from where it was. */
export const Handshake = z.strictObject({
  protocol: z.int(),
  dialogue: Id,
  known: z
    .strictObject({ epoch: z.string().max(64), audience: z.string().max(8_000), seq: z.int().nonnegative() })
    .optional(),
});
export type Handshake = z.infer<typeof Handshake>;

/** One command: `id` makes a repetition harmless, `kind` is `slice.name`. Who sends it is known from the connection alone. */
export const Envelope = z.strictObject({ id: Id, kind: z.string().max(64), input: z.unknown() });
export type Envelope = z.infer<typeof Envelope>;

/** A read that leaves no fact. */
export const Question = z.strictObject({ kind: z.string().max(64), input: z.unknown() });
export type Question = z.infer<typeof Question>;

/** What is told to those who are there and never kept. Nobody answers: what may not be told is dropped. */
export const Signal = z.strictObject({ kind: z.string().max(64), input: z.unknown() });
export type Signal = z.infer<typeof Signal>;

/** A signal as it arrives: with who sent it, or with how many have sent the same at once. */
export type Signalled = Signal & ({ person: Id } | { person: null; count: number });

/** Refusals that every command can meet, whatever its slice. */
export const engineRefusals = [
  'malformed',
  'unknown',
  'not-permitted',
  'not-now',
  'too-large',
  'too-fast',
  'busy',
  'taken',
  'elsewhere',
  'quarantined',
  'fault',
] as const;
export type EngineRefusal = (typeof engineRefusals)[number];

/** After these the same envelope may simply be sent again. */
export const retryable: readonly string[] = ['busy', 'too-fast', 'elsewhere'];

/** `reference` comes with a `fault` and stands in the server's log beside what went wrong. */
export type Refused = { ok: false; refusal: string; reference?: string };
export type Ack = { ok: true; seq: number } | Refused;
export type Answer = { ok: true; answer: unknown } | Refused;

/** All that an audience sees: one entry per slice. */
export type View = Record<string, unknown>;

export type Numbered = { from: number; to: number; patch: Patch };

/** A value as it is or, where that is clearly shorter, its JSON as a raw deflate stream (RFC 1951) in base64 (RFC 4648). */
export type Packed<Value extends object> = Value | string;

/** `epoch` names one run of the server's numbering: a `seq` of another epoch means nothing. */
type Greeting = {
  epoch: string;
  me: Id;
  audience: Audience;
  /** The server's clock, so that countdowns do not trust the client's. */
  now: number;
  own: View;
  /** The position of the log up to which this welcome tells everything. */
  reached: number;
};

type Way<View, Patch, Numbered> =
  /** A whole view and what has changed since it was put together. */
  | { kind: 'snapshot'; seq: number; view: View; patches: Numbered[] }
  /** What was missed. */
  | { kind: 'tail'; patches: Numbered[] }
  /** To another audience: the change from the view that this connection was shown at a position of the old one. */
  | { kind: 'moved'; from: { audience: string; seq: number }; seq: number; patch: Patch };

export type Welcome = Greeting & Way<View, Patch, Numbered>;
/** A welcome as it travels. */
export type PackedWelcome = Greeting & Way<Packed<View>, Packed<Patch>, Packed<Numbered>>;

/** Why the server ends a connection. After `resync` the client connects again for a whole view; after the others it does not try by itself. */
export type Goodbye = 'reload' | 'signed-out' | 'removed' | 'revoked' | 'too-many' | 'resync' | 'quarantined';

export type ServerToClient = {
  welcome(welcome: PackedWelcome): void;
  patch(patch: Packed<Numbered>): void;
  /** The slices whose own part has changed. `seq`: everything up to this position of the log has been told to this person. */
  own(own: View, seq: number): void;
  goodbye(reason: Goodbye): void;
  /** The newest of each kind and person since the last ones. */
  signals(signals: readonly Signalled[]): void;
};

export type ClientToServer = {
  command(envelope: Envelope, ack: (ack: Ack) => void): void;
  ask(question: Question, ack: (answer: Answer) => void): void;
  signal(signal: Signal): void;
};
