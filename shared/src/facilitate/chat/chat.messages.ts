import { z } from 'zod';
import { Id, RoomId } from '../../kernel/ids.ts';
import { everyone } from '../../kernel/messages.ts';
import type { FactData } from '../../kernel/slice.ts';
import { paragraph } from '../../kernel/text.ts';
import { limits } from '../../limits.ts';

export const reactions = ['👍', '❤️', '👏', '💡', '❓', '🙏'] as const;
const Reaction = z.enum(reactions);
const Text = paragraph(limits.chatGraphemes, 1);
const OneMessage = z.strictObject({ room: RoomId, message: Id });
const live = ['live'] as const;
const moderators = { ...everyone('own-room'), organiser: 'any-room', facilitator: 'any-room' } as const;

export const messages = {
  say: {
    input: OneMessage.extend({ text: Text, replyTo: Id.optional() }),
    by: {
      organiser: 'any-room',
      facilitator: 'any-room',
      'note-taker': 'own-room',
      participant: 'own-room',
      interpreter: 'own-room',
    },
    phases: live,
    rate: 'chat',
    bytes: 20_000,
  },
  /** What somebody was writing when the session was closed. */
  add: {
    input: OneMessage.extend({ text: Text }),
    by: {
      organiser: 'dialogue',
      facilitator: 'dialogue',
      'note-taker': 'dialogue',
      participant: 'dialogue',
      interpreter: 'dialogue',
    },
    phases: ['preparing', 'live'],
    rate: 'chat',
    bytes: 20_000,
  },
  announce: {
    input: z.strictObject({ session: Id, message: Id, text: Text }),
    by: { organiser: 'dialogue', facilitator: 'dialogue' },
    phases: live,
    rate: 'chat',
    bytes: 20_000,
  },
  react: {
    input: OneMessage.extend({ reaction: Reaction, on: z.boolean() }),
    by: everyone('own-room'),
    phases: live,
    rate: 'light',
    bytes: 256,
  },
  remove: { input: OneMessage, by: moderators, phases: live, rate: 'light', bytes: 128 },
  restore: { input: OneMessage, by: moderators, phases: live, rate: 'light', bytes: 128 },
} as const;

export const signals = {
  /** Somebody who may write to a room may tell it that they are writing. `on` is repeated while they type; screens forget it soon otherwise. */
  writing: {
    input: z.strictObject({ room: RoomId, on: z.boolean() }),
    by: messages.say.by,
    phases: live,
    rate: 'signal',
    bytes: 128,
    to: 'room',
    tells: 'who',
  },
} as const;

const Said = z.strictObject({ room: RoomId, message: Id, text: Text, replyTo: Id.optional() });

export const facts = {
  'chat.said': Said,
  'chat.announced': messages.announce.input,
  'chat.reacted': messages.react.input,
  'chat.removed': OneMessage,
  'chat.restored': OneMessage,
  'chat.closed': z.strictObject({ session: Id, said: z.int().nonnegative() }),
} as const;

declare module '../../kernel/slice.ts' {
  interface FactRegistry extends FactData<typeof facts> {}
}

export const refusals = ['chat.taken', 'chat.unknown', 'chat.not-yours', 'chat.not-open', 'chat.too-late'] as const;

/** How much was said in each room of a session. */
export const CountsInput = z.strictObject({ session: Id });

/** Older messages: those of the room before the log position `before`, newest last. */
export const OlderInput = z.strictObject({ room: RoomId, before: z.int().positive() });
