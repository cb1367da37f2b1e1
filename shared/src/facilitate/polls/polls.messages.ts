import { z } from 'zod';
import { Id, RoomId } from '../../kernel/ids.ts';
import { phases, type Role } from '../../kernel/messages.ts';
import type { FactData } from '../../kernel/slice.ts';
import { limits } from '../../limits.ts';
import { Ballot } from './kinds/kinds.ts';
import { dimensions, Sheet } from './sheet.ts';

/** Who has a vote. Observers only look on; interpreters lend their voice to others. */
export const voters = ['organiser', 'facilitator', 'note-taker', 'participant'] as const satisfies Role[];

const Poll = z.strictObject({ poll: Id });
const Run = z.strictObject({ run: Id });
const InRoom = Run.extend({ room: RoomId });
/** 32 bytes: a point of the group, or its hash. */
const Hex = z.string().regex(/^[0-9a-f]{64}$/);
const GroupName = z.string().min(1).max(limits.groupNameLength);
const Rooms = z.array(RoomId).max(limits.breakouts);

const hosts = { organiser: 'dialogue', facilitator: 'dialogue' } as const;
const hostsOfRoom = { organiser: 'any-room', facilitator: 'any-room' } as const;
const voting = {
  organiser: 'own-room',
  facilitator: 'own-room',
  'note-taker': 'own-room',
  participant: 'own-room',
} as const;
const goingOn = ['preparing', 'live'] as const;

const plan = <Input extends z.ZodType>(input: Input, bytes = 256) =>
  ({ input, by: hosts, phases: goingOn, rate: 'plan', bytes }) as const;
const host = <Input extends z.ZodType>(input: Input, bytes = 512) =>
  ({ input, by: hostsOfRoom, phases: ['live'], rate: 'plan', bytes }) as const;

const EndsAt = z.int().nullable();
const Shown = z.strictObject({
  run: Id,
  what: z.enum(['question', 'result']),
  /** By what the result is divided on the stage. */
  split: z.enum([...dimensions, 'consent']).nullable(),
  /** An earlier run that it is compared with. */
  against: Id.nullable(),
});
export type Shown = z.infer<typeof Shown>;

/** A key of sums begins with an option, or with what kind of text it is. */
const Key = z
  .string()
  .max(limits.tallyKeyLength)
  .regex(/^(?:o[1-9]|[a-z]:)/);

const TallyInput = z.strictObject({
  voters: z.int().min(0),
  sums: z.array(z.tuple([Key, z.number()])).max(limits.tallyKeys),
});

const Count = Run.extend({
  step: z.enum(['interim', 'piece', 'final']),
  piece: z.int().min(0),
  ballots: z.int().min(0),
  tally: TallyInput,
  groups: z
    .array(z.strictObject({ group: GroupName, tally: TallyInput }))
    .max(limits.peoplePerDialogue / limits.smallestCell + 1),
});

export const messages = {
  prepare: {
    ...plan(Poll.extend({ session: Id, sheet: Sheet }), limits.commandBytes),
    // The example dialogue has some.
    by: { ...hosts, engine: 'dialogue' },
  },
  /** A poll for one room, by whoever facilitates there. */
  improvise: {
    ...host(Poll.extend({ room: RoomId, sheet: Sheet }), limits.commandBytes),
  },
  place: plan(Poll.extend({ before: Id.nullable() })),
  remove: plan(Poll),
  recover: plan(Poll),
  /** `key` is the public key of the ballot papers, for an anonymous poll. */
  launch: host(InRoom.extend({ poll: Id, also: Rooms, key: Hex.nullable() }), 16_384),
  vote: { input: InRoom.extend({ ballot: Ballot }), by: voting, phases: ['live'], rate: 'light', bytes: 16_384 },
  /** The ballot paper of an anonymous poll, with its serial number blinded: the server signs what it can't read. */
  paper: { input: InRoom.extend({ blinded: Hex }), by: voting, phases: ['live'], rate: 'light', bytes: 512 },
  close: host(InRoom),
  reopen: host(InRoom),
  time: host(InRoom.extend({ seconds: z.int().min(0).max(limits.pollSeconds).nullable() })),
  reveal: host(InRoom),
  show: host(z.strictObject({ room: RoomId, shown: Shown.nullable() })),
  discard: plan(Run),
  restore: plan(Run),
  /** What the ballot box holds. The server says it, nobody else. */
  count: { input: Count, by: { engine: 'dialogue' }, phases, rate: 'plan', bytes: limits.commandBytes },
} as const;

const Of = z.strictObject({
  cluster: z.string().nullable(),
  language: z.string().nullable(),
  municipality: z.string().nullable(),
  room: RoomId,
});

export const facts = {
  'polls.prepared': z.strictObject({ poll: Id, session: Id, room: RoomId.nullable(), sheet: Sheet }),
  'polls.placed': messages.place.input,
  'polls.removed': Poll,
  'polls.recovered': Poll,
  'polls.launched': Run.extend({
    poll: Id,
    session: Id,
    rooms: z.array(RoomId).min(1),
    sheet: Sheet,
    endsAt: EndsAt,
    key: Hex.nullable(),
    /** How many were there who may vote. */
    present: z.int().min(0),
    /** Of an anonymous poll: the groups that are large enough to be told from the others. */
    labels: z.array(GroupName),
  }),
  'polls.voted': Run.extend({ person: Id, ballot: Ballot, of: Of }),
  'polls.issued': Run.extend({ person: Id, blinded: Hex, group: GroupName.nullable() }),
  /** `present` counts those who could vote: at the launch, or at the end, and at least those who did. */
  'polls.closed': Run.extend({ present: z.int().min(0) }),
  'polls.reopened': Run,
  'polls.timed': Run.extend({ endsAt: EndsAt }),
  'polls.revealed': Run,
  'polls.shown': messages.show.input,
  'polls.discarded': Run,
  'polls.restored': Run,
  'polls.counted': Count,
} as const;

declare module '../../kernel/slice.ts' {
  interface FactRegistry extends FactData<typeof facts> {}
}

export const refusals = [
  'polls.unknown',
  'polls.taken',
  'polls.full',
  'polls.elsewhere',
  'polls.not-yours',
  'polls.not-ready',
  'polls.closed',
  'polls.not-closed',
  'polls.secret',
  'polls.no-such-choice',
  'polls.paper-taken',
  'polls.counted',
] as const;
