import type { z } from 'zod';

export const roles = ['organiser', 'facilitator', 'note-taker', 'participant', 'interpreter', 'observer'] as const;
export type Role = (typeof roles)[number];

/** The roles that somebody can hold in one room only. */
export const roomRoles = ['facilitator', 'note-taker'] as const satisfies Role[];
export type RoomRole = (typeof roomRoles)[number];

/** The higher of two roles: who holds it may do at least what the other may. */
export const higherRole = (a: Role, b: Role | undefined): Role =>
  b !== undefined && roles.indexOf(b) < roles.indexOf(a) ? b : a;

/** Where a command may reach: `self` names only its sender, `own-room` the room the sender is in, `any-room` every room, `dialogue` all of it. */
export type Scope = 'self' | 'own-room' | 'any-room' | 'dialogue';

/** `preparing`: no session is open. `live`: one is. `ended`: the organiser has ended the dialogue. */
export const phases = ['preparing', 'live', 'ended'] as const;
export type Phase = (typeof phases)[number];

/** Which token bucket a message draws from (sizes in `limits.ts`). */
export type RateClass = 'plan' | 'move' | 'chat' | 'light' | 'read' | 'media' | 'document' | 'caret' | 'signal';

/** The engine itself speaks for a connection that comes or goes; no client can take this role. */
export type By = Partial<Record<Role | 'engine', Scope>>;

export type MessageSpec<Input extends z.ZodType = z.ZodType> = {
  /** Strict: unknown keys are refused. */
  input: Input;
  /** Absent role = refused. */
  by: By;
  phases: readonly Phase[];
  rate: RateClass;
  /** Largest encoded input in bytes. */
  bytes: number;
  /** It changes who may do what: the sender's sign-in is read again before it is decided. */
  changesRights?: true;
};

/**
 * What is told to those who are there now and never kept, such as that somebody is writing: permission and form are those of a
 * command. It reaches the `room` that its input names, or the one person named `to`.
 */
export type SignalSpec<Input extends z.ZodType = z.ZodType> = Omit<MessageSpec<Input>, 'changesRights'> & {
  to: 'room' | 'person';
  /** Who has sent it; or how many have sent the same within a tick, and nobody's name. */
  tells: 'who' | 'how-many';
};

/**
 * A kind of documents that several people write at once, one for each room, by the tables that hold for commands: who writes
 * it and in which phases, who reads it while its room is open, and who once the room is not open.
 */
export type DocumentSpec = {
  writes: Pick<MessageSpec, 'by' | 'phases'>;
  reads: By;
  after: By;
};

export type Messages = Record<string, MessageSpec>;

type ScopeOf<Spec extends Pick<MessageSpec, 'by'>> = Spec['by'][keyof Spec['by']];
type Naming<Spec extends Pick<MessageSpec, 'by'>> = (Extract<ScopeOf<Spec>, 'own-room' | 'any-room'> extends never
  ? unknown
  : { room: string }) &
  (Extract<ScopeOf<Spec>, 'self'> extends never ? unknown : { person: string });

/** Messages whose input names what their scopes are checked against: a `room` for rooms, a `person` for oneself. */
export type Addressed<M extends Messages> = {
  [Name in keyof M]: z.infer<M[Name]['input']> extends Naming<M[Name]>
    ? M[Name]
    : { input: z.ZodType<Naming<M[Name]>> };
};

/** A permission table that gives every role the same reach. */
export const everyone = <const S extends Scope>(scope: S): Record<Role, S> => ({
  organiser: scope,
  facilitator: scope,
  'note-taker': scope,
  participant: scope,
  interpreter: scope,
  observer: scope,
});
