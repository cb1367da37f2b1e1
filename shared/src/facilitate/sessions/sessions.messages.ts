import { z } from 'zod';
import { Id, RoomId } from '../../kernel/ids.ts';
import { everyone, roomRoles } from '../../kernel/messages.ts';
import type { FactData } from '../../kernel/slice.ts';
import { line, paragraph } from '../../kernel/text.ts';
import { limits } from '../../limits.ts';

/** An IANA time zone such as `Africa/Tunis`; the browser offers only those it knows. */
const Zone = z
  .string()
  .regex(/^[A-Za-z_]+(\/[A-Za-z0-9_+-]+){0,2}$/)
  .max(64);

/** One session as its form gives it; `startsAt` in ms since the epoch, `minutes` its planned length. */
export const SessionInput = z.strictObject({
  session: Id,
  title: line(120, 3),
  goal: paragraph(600),
  startsAt: z.int().nonnegative(),
  minutes: z.int().min(10).max(720),
  zone: Zone,
});
export type SessionInput = z.infer<typeof SessionInput>;

const One = z.strictObject({ session: Id });
const Address = z.union([
  z.strictObject({
    to: z.literal('rooms'),
    rooms: z.union([z.literal('all'), z.array(RoomId).min(1).max(limits.breakouts)]),
  }),
  z.strictObject({ to: z.literal('person'), person: Id }),
]);
const Admission = z.enum(['lobby', 'direct']);
const hosts = { organiser: 'dialogue', facilitator: 'dialogue' } as const;
const goingOn = ['preparing', 'live'] as const;

export const messages = {
  plan: {
    input: SessionInput,
    by: { organiser: 'dialogue', engine: 'dialogue' },
    phases: goingOn,
    rate: 'plan',
    bytes: 8_192,
  },
  edit: { input: SessionInput, by: { organiser: 'dialogue' }, phases: goingOn, rate: 'plan', bytes: 8_192 },
  cancel: { input: One, by: { organiser: 'dialogue' }, phases: goingOn, rate: 'plan', bytes: 128 },
  restore: { input: One, by: { organiser: 'dialogue' }, phases: goingOn, rate: 'plan', bytes: 128 },
  open: {
    input: One.extend({ admission: Admission }),
    by: hosts,
    phases: goingOn,
    rate: 'plan',
    bytes: 128,
  },
  enter: { input: One, by: everyone('dialogue'), phases: ['live'], rate: 'move', bytes: 128 },
  admit: {
    input: One.extend({ people: z.union([z.literal('all'), z.array(Id).min(1).max(limits.peoplePerDialogue)]) }),
    by: hosts,
    phases: ['live'],
    rate: 'plan',
    bytes: limits.commandBytes,
    changesRights: true,
  },
  leave: {
    input: z.strictObject({ room: RoomId }),
    by: everyone('own-room'),
    phases: ['live'],
    rate: 'move',
    bytes: 128,
  },
  countdown: { input: One, by: hosts, phases: ['live'], rate: 'plan', bytes: 128 },
  stay: { input: One, by: hosts, phases: ['live'], rate: 'plan', bytes: 128 },
  close: { input: One, by: hosts, phases: ['live'], rate: 'plan', bytes: 128 },
  reopen: { input: One, by: hosts, phases: goingOn, rate: 'plan', bytes: 128 },
  lock: { input: One, by: hosts, phases: ['live'], rate: 'plan', bytes: 128, changesRights: true },
  unlock: { input: One, by: hosts, phases: ['live'], rate: 'plan', bytes: 128, changesRights: true },
  expel: {
    input: One.extend({ person: Id, bar: z.boolean() }),
    by: hosts,
    phases: ['live'],
    rate: 'plan',
    bytes: 256,
    changesRights: true,
  },
  readmit: {
    input: One.extend({ person: Id }),
    by: hosts,
    phases: ['live'],
    rate: 'plan',
    bytes: 256,
    changesRights: true,
  },
  appoint: {
    input: z.strictObject({ room: RoomId, person: Id, role: z.enum(roomRoles).nullable() }),
    by: hosts,
    phases: ['live'],
    rate: 'plan',
    bytes: 256,
    changesRights: true,
  },
  /** Who takes notes in a room passes that on to somebody who sits there. */
  hand: {
    input: z.strictObject({ room: RoomId, person: Id }),
    by: { organiser: 'any-room', facilitator: 'any-room', 'note-taker': 'own-room' },
    phases: ['live'],
    rate: 'plan',
    bytes: 256,
    changesRights: true,
  },
  watch: {
    input: z.strictObject({ room: RoomId, on: z.boolean() }),
    by: hosts,
    phases: ['live'],
    rate: 'light',
    bytes: 128,
  },
  listen: {
    input: z.strictObject({ room: RoomId, on: z.boolean() }),
    by: hosts,
    phases: ['live'],
    rate: 'light',
    bytes: 128,
  },
  address: {
    input: One.extend({ to: Address.nullable() }),
    by: hosts,
    phases: ['live'],
    rate: 'light',
    bytes: 8_192,
  },
  lose: {
    input: z.strictObject({ person: Id }),
    by: { engine: 'dialogue' },
    phases: ['live'],
    rate: 'move',
    bytes: 128,
  },
  regain: {
    input: z.strictObject({ person: Id }),
    by: { engine: 'dialogue' },
    phases: ['live'],
    rate: 'move',
    bytes: 128,
  },
} as const;

const Seat = z.strictObject({ session: Id, person: Id });

export const facts = {
  'sessions.planned': SessionInput,
  'sessions.edited': SessionInput,
  'sessions.cancelled': One,
  'sessions.restored': One,
  'sessions.opened': messages.open.input,
  'sessions.entered': Seat.extend({ room: RoomId }),
  'sessions.admitted': Seat,
  'sessions.left': Seat.extend({
    reason: z.enum(['own-wish', 'connection', 'removed', 'expelled', 'barred', 'closed']),
  }),
  'sessions.lost': Seat,
  'sessions.regained': Seat,
  'sessions.locked': One,
  'sessions.unlocked': One,
  'sessions.barred': Seat,
  'sessions.unbarred': Seat,
  'sessions.closing': One.extend({ closesAt: z.int() }),
  'sessions.staying': One,
  'sessions.closed': One,
  'sessions.reopened': One,
  'sessions.sealed': One,
  'sessions.appointed': Seat.extend({ room: RoomId, role: z.enum(roomRoles).nullable() }),
  'sessions.watched': Seat.extend({ room: RoomId, on: z.boolean() }),
  /** The breakouts that are open from now on. */
  'sessions.rearranged': One.extend({ rooms: z.array(RoomId) }),
  'sessions.moved': Seat.extend({ room: RoomId }),
  'sessions.listened': Seat.extend({ room: RoomId.nullable() }),
  'sessions.addressed': Seat.extend({ to: Address.nullable() }),
} as const;

declare module '../../kernel/slice.ts' {
  interface FactRegistry extends FactData<typeof facts> {}
}

export const refusals = [
  'sessions.unknown',
  'sessions.taken',
  'sessions.full',
  'sessions.already-open',
  'sessions.another-open',
  'sessions.not-open',
  'sessions.not-planned',
  'sessions.not-closed',
  'sessions.too-late',
  'sessions.not-cancelled',
  'sessions.not-in-lobby',
  'sessions.locked',
  'sessions.barred',
  'sessions.yourself',
  'sessions.host',
  'sessions.not-here',
  'sessions.no-room',
] as const;
