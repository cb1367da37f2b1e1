import { z } from 'zod';
import { Id, RoomId } from '../../kernel/ids.ts';
import { everyone } from '../../kernel/messages.ts';
import type { FactData } from '../../kernel/slice.ts';
import { paragraph } from '../../kernel/text.ts';
import { limits } from '../../limits.ts';
import { colours, ThingId } from './scene/thing.ts';

const live = ['live'] as const;
const hosts = { organiser: 'any-room', facilitator: 'any-room' } as const;
const { observer: _, interpreter: __, ...writers } = everyone('own-room');

const InRoom = z.strictObject({ room: RoomId });
const seconds = z.int().min(10).max(limits.boardSeconds).nullable();
const names = z.enum(['shown', 'hidden']);
const dots = z.int().min(0).max(limits.boardDots);

const Locking = InRoom.extend({ things: z.array(ThingId).min(1).max(limits.boardLocked), on: z.boolean() });

/** What hosts do with the board of a room. */
const hosting = <Input extends z.ZodType>(input: Input, bytes = 512) =>
  ({ input, by: hosts, phases: live, rate: 'light', bytes }) as const;

export const messages = {
  /** Puts the board on the stage of its room, or takes it off. */
  show: hosting(InRoom.extend({ on: z.boolean() })),
  /** Hosts lock things, mostly frames: nobody else moves, changes or removes them. */
  lock: hosting(Locking, limits.commandBytes),
  /** The same on the board of a room that is not open yet, by the hosts of the dialogue: they prepare it the day before. */
  prepare: {
    input: Locking,
    by: { organiser: 'dialogue', facilitator: 'dialogue' },
    phases: ['preparing', 'live'],
    rate: 'light',
    bytes: limits.commandBytes,
  },
  /** Begins private writing: everybody writes notes that nobody else sees. They come into `frame`, or beside what is there. */
  begin: hosting(InRoom.extend({ round: Id, names, frame: ThingId.nullable(), seconds })),
  /** One's own private note; writing it again changes it. */
  jot: {
    input: InRoom.extend({ note: Id, text: paragraph(limits.jotGraphemes, 1), colour: z.enum(colours) }),
    by: writers,
    phases: live,
    rate: 'light',
    bytes: 16_384,
  },
  /** Takes one's own private note back. */
  drop: { input: InRoom.extend({ note: Id }), by: writers, phases: live, rate: 'light', bytes: 256 },
  /** Puts everybody's private notes on the board at once. */
  reveal: hosting(InRoom),
  /** Ends private writing without showing anything: what people wrote stays theirs alone, until the next one begins or the room closes. */
  discard: hosting(InRoom),
  /** Begins a vote with dots: on everything in `frame`, or on all notes. `most`: dots that one person may put on one thing. */
  call: hosting(
    InRoom.extend({
      vote: Id,
      frame: ThingId.nullable(),
      dots: z.int().min(1).max(limits.boardDots),
      most: z.int().min(1).max(limits.boardDots),
      seconds,
    }),
  ),
  /** How many of one's own dots are on a thing now. */
  dot: { input: InRoom.extend({ thing: ThingId, dots }), by: writers, phases: live, rate: 'light', bytes: 256 },
  /** Ends a vote; only now everybody sees what it says. */
  count: hosting(InRoom),
  /** Takes a vote and its result off the board. */
  clear: hosting(InRoom),
  /** A timer for everybody at the board; null takes it away. */
  time: hosting(InRoom.extend({ seconds })),
  /** Somebody has written on the board of a room; the server says so, for the figures of the exchange. */
  wrote: {
    input: InRoom.extend({ people: z.array(Id).min(1).max(limits.peoplePerDialogue) }),
    by: { engine: 'dialogue' },
    phases: live,
    rate: 'plan',
    bytes: limits.commandBytes,
  },
  /** The notes of a round are on the board: the server says so when its document has them on disk. */
  placed: {
    input: InRoom.extend({ round: Id }),
    by: { engine: 'dialogue' },
    phases: ['preparing', 'live'],
    rate: 'plan',
    bytes: 512,
  },
} as const;

export const signals = {
  /** Brings everybody who has the board in sight to this part of it: left, top, width and height. */
  gather: {
    input: InRoom.extend({
      view: z.tuple([z.number(), z.number(), z.number().positive(), z.number().positive()]),
    }),
    by: hosts,
    phases: live,
    rate: 'signal',
    bytes: 512,
    to: 'room',
    tells: 'who',
  },
} as const;

/** `until` in ms since the epoch, null for no end. */
const until = z.int().nonnegative().nullable();

export const facts = {
  'board.shown': messages.show.input,
  'board.locked': messages.lock.input,
  'board.begun': InRoom.extend({ round: Id, names, frame: ThingId.nullable(), until }),
  'board.jotted': messages.jot.input.extend({ person: Id }),
  'board.dropped': messages.drop.input.extend({ person: Id }),
  /** `people`: who wrote, where names are shown. */
  'board.revealed': InRoom.extend({ round: Id, people: z.array(Id) }),
  'board.placed': messages.placed.input,
  'board.discarded': InRoom,
  /** The room is over: what nobody has revealed is let go of, and an open vote is counted. */
  'board.closed': InRoom,
  'board.called': messages.call.input.omit({ seconds: true }).extend({ until }),
  /** The cluster of somebody when they voted; null for none. */
  'board.dotted': messages.dot.input.extend({ person: Id, cluster: z.string().nullable() }),
  'board.counted': InRoom,
  'board.cleared': InRoom,
  'board.timed': InRoom.extend({ until }),
  'board.written': messages.wrote.input,
} as const;

declare module '../../kernel/slice.ts' {
  interface FactRegistry extends FactData<typeof facts> {}
}

export const refusals = [
  'board.not-here',
  'board.round-open',
  'board.no-round',
  'board.full',
  'board.not-yours',
  'board.vote-open',
  'board.no-vote',
  'board.no-dots',
] as const;
