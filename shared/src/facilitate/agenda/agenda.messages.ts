import { z } from 'zod';
import { Id, RoomId } from '../../kernel/ids.ts';
import { Language, languages } from '../../kernel/languages.ts';
import type { FactData } from '../../kernel/slice.ts';
import { paragraph } from '../../kernel/text.ts';
import { limits } from '../../limits.ts';
import { BlockInput } from './block.ts';
import { templateNames } from './templates.ts';

const One = z.strictObject({ session: Id, block: Id });
const Item = z.strictObject({ room: RoomId, item: Id });

const hosts = { organiser: 'dialogue', facilitator: 'dialogue' } as const;
const planning = { by: hosts, phases: ['preparing', 'live'], rate: 'plan' } as const;
const leading = { by: hosts, phases: ['live'], rate: 'light' } as const;
const guests = { 'note-taker': 'own-room', participant: 'own-room', interpreter: 'own-room' } as const;
const writers = { organiser: 'any-room', facilitator: 'any-room', ...guests } as const;

export const messages = {
  /** Writes a block: a new one comes at the end. */
  put: {
    ...planning,
    // The example dialogue has an agenda.
    by: { ...hosts, engine: 'dialogue' },
    input: BlockInput,
    bytes: 20_000,
  },
  /** Puts a block before another one; null is the end. */
  place: { ...planning, input: One.extend({ before: Id.nullable() }), bytes: 256 },
  remove: { ...planning, input: One, bytes: 128 },
  restore: { ...planning, input: One, bytes: 128 },
  /** Adds the blocks of another session or of a template at the end, under these ids. */
  copy: {
    ...planning,
    input: z.strictObject({
      session: Id,
      from: z.union([
        z.strictObject({ session: Id }),
        z.strictObject({
          template: z.enum(templateNames),
          languages: z.array(Language).min(1).max(languages.length),
        }),
      ]),
      blocks: z.array(Id).min(1).max(limits.blocksPerSession),
    }),
    bytes: 4_096,
  },
  /** Begins with a block, or moves on to it. */
  go: { ...leading, input: One, bytes: 128 },
  /** Takes the move to this block back: the one before goes on as if nothing had been. */
  back: { ...leading, input: One, bytes: 128 },
  extend: { ...leading, input: One.extend({ minutes: z.int().min(1).max(limits.extendedMinutes) }), bytes: 128 },
  /** A person's own word that the room can move on from this block. */
  ready: {
    input: z.strictObject({ room: RoomId, block: Id, on: z.boolean() }),
    by: guests,
    phases: ['live'],
    rate: 'light',
    bytes: 256,
  },
  /** Puts aside what the session has no time for now. */
  park: {
    input: Item.extend({ text: paragraph(limits.parkedGraphemes, 1) }),
    by: writers,
    phases: ['live'],
    rate: 'chat',
    bytes: 8_192,
  },
  unpark: { input: Item, by: writers, phases: ['live'], rate: 'light', bytes: 128 },
  repark: { input: Item, by: writers, phases: ['live'], rate: 'light', bytes: 128 },
  /** Says that something needs no time any more, or does again. */
  settle: { ...planning, input: z.strictObject({ session: Id, item: Id, on: z.boolean() }), bytes: 256 },
  /** Gives something its time in a block of this or another session; null puts it back. */
  carry: { ...planning, input: z.strictObject({ session: Id, item: Id, to: One.nullable() }), bytes: 512 },
} as const;

const OfItem = z.strictObject({ session: Id, item: Id });

export const facts = {
  'agenda.put': BlockInput,
  'agenda.placed': messages.place.input,
  'agenda.removed': One,
  'agenda.restored': One,
  /** `endsAt` in ms since the epoch: when the block is to end, so that the session ends in time. */
  'agenda.went': One.extend({ endsAt: z.int() }),
  'agenda.returned': One,
  'agenda.extended': One.extend({ endsAt: z.int() }),
  'agenda.stopped': z.strictObject({ session: Id }),
  'agenda.readied': z.strictObject({ session: Id, person: Id, on: z.boolean() }),
  'agenda.parked': OfItem.extend({ text: z.string() }),
  'agenda.unparked': OfItem,
  'agenda.reparked': OfItem,
  'agenda.settled': messages.settle.input,
  'agenda.carried': messages.carry.input,
} as const;

declare module '../../kernel/slice.ts' {
  interface FactRegistry extends FactData<typeof facts> {}
}

export const refusals = [
  'agenda.no-session',
  'agenda.not-open',
  'agenda.unknown',
  'agenda.full',
  'agenda.nothing',
  'agenda.current',
  'agenda.moved',
  'agenda.not-here',
  'agenda.taken',
  'agenda.enough',
  'agenda.no-item',
  'agenda.not-yours',
] as const;
