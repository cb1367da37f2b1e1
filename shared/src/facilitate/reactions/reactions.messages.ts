import { z } from 'zod';
import { Id, RoomId } from '../../kernel/ids.ts';
import { everyone } from '../../kernel/messages.ts';
import type { FactData } from '../../kernel/slice.ts';

/** What somebody shows in passing; it is told and never kept. */
export const reactions = ['applause', 'heart', 'thumb', 'laugh', 'thinking'] as const;
export type Reaction = (typeof reactions)[number];

/** What somebody says to the room without a word, and what stands for a while. */
export const signs = ['slower', 'agree', 'question'] as const;
export type Sign = (typeof signs)[number];

const live = ['live'] as const;

export const messages = {
  sign: {
    input: z.strictObject({ room: RoomId, sign: z.enum(signs), on: z.boolean() }),
    by: everyone('own-room'),
    phases: live,
    rate: 'light',
    bytes: 256,
  },
} as const;

export const signals = {
  react: {
    input: z.strictObject({ room: RoomId, reaction: z.enum(reactions) }),
    by: everyone('own-room'),
    phases: live,
    rate: 'signal',
    bytes: 256,
    to: 'room',
    tells: 'how-many',
  },
} as const;

const InRoom = z.strictObject({ room: RoomId, sign: z.enum(signs) });

export const facts = {
  /** `until` in ms since the epoch. */
  'reactions.signed': InRoom.extend({ person: Id, until: z.int() }),
  /** A sign of these people stands no more: they took it down, its time is over, or they have left. */
  'reactions.ended': InRoom.extend({ people: z.array(Id) }),
} as const;

declare module '../../kernel/slice.ts' {
  interface FactRegistry extends FactData<typeof facts> {}
}

export const refusals = ['reactions.not-here'] as const;
