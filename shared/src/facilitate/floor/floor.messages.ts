import { z } from 'zod';
import { Id, RoomId } from '../../kernel/ids.ts';
import type { FactData } from '../../kernel/slice.ts';
import { limits } from '../../limits.ts';

/** In which order those who wait are served; `hand`: a host gives the floor each time. */
export const policies = ['first-come', 'least-spoken', 'municipality', 'hand'] as const;
export type Policy = (typeof policies)[number];

/** How somebody asks: for a turn, for one short reply to who speaks now, or about how the meeting is run. */
export const ways = ['turn', 'reply', 'process'] as const;
export type Way = (typeof ways)[number];

/** In which order a round goes. */
export const roundOrders = ['random', 'municipality', 'seat'] as const;

const Seconds = z.int().min(limits.shortestTurn).max(limits.longestTurn);
const One = z.strictObject({ room: RoomId });
const Item = One.extend({ item: Id });
/** Turns of a room are numbered, so that a word about one that is over ends no other. */
const Turn = One.extend({ turn: z.int().nonnegative() });
const Ask = Item.extend({ as: z.enum(ways) });
const Circle = z.array(Id).max(limits.peoplePerDialogue);

const live = ['live'] as const;
const hosts = { organiser: 'any-room', facilitator: 'any-room' } as const;
const speakers = {
  organiser: 'own-room',
  facilitator: 'own-room',
  'note-taker': 'own-room',
  participant: 'own-room',
  interpreter: 'own-room',
} as const;

/** What hosts do in a room, and what those do who sit in it. */
const hosting = <Input extends typeof One>(input: Input, bytes = 256) =>
  ({ input, by: hosts, phases: live, rate: 'light', bytes }) as const;
const speaking = <Input extends typeof One>(input: Input) =>
  ({ input, by: speakers, phases: live, rate: 'light', bytes: 256 }) as const;

export const messages = {
  ask: speaking(Ask),
  /** One's own place in the queue. */
  withdraw: speaking(Item),
  /** The place that one has just given up, with the time that one has waited. */
  restore: speaking(Item),
  /** Ends one's own turn. */
  done: speaking(Turn),
  /** In a round: says nothing now, and is asked once more at its end. */
  pass: speaking(Turn),
  /** Gives the floor to somebody in the room, whether they have asked for it or not. */
  give: hosting(One.extend({ person: Id })),
  /** Takes the floor back. */
  take: hosting(Turn),
  /** Puts somebody behind all others who wait. */
  skip: hosting(Item),
  /** Moves somebody to a place, counted from 0. A queue has a turn and a point of process of each person at most. */
  place: hosting(
    Item.extend({
      to: z
        .int()
        .min(0)
        .max(limits.peoplePerDialogue * 2),
    }),
  ),
  extend: hosting(Turn.extend({ seconds: Seconds })),
  /** Everybody in turn. `people`: the order, where it is that of the seats; otherwise who takes part, or everybody who takes part in the room. */
  begin: hosting(
    One.extend({
      round: Id,
      order: z.enum(roundOrders),
      seed: z.int().nonnegative(),
      seconds: Seconds.nullable(),
      people: Circle,
    }),
    limits.commandBytes,
  ),
  /** Ends a round before its time. */
  end: hosting(One.extend({ round: Id })),
  /** How a session gives the floor. `cap`: seconds of a turn, null for any length. `others`: whether a turn stops the microphones of the others. */
  rule: {
    input: z.strictObject({
      session: Id,
      policy: z.enum(policies),
      cap: Seconds.nullable(),
      atEnd: z.enum(['cue', 'hand-over']),
      others: z.enum(['free', 'muted']),
    }),
    by: { organiser: 'dialogue', facilitator: 'dialogue' },
    phases: ['preparing', 'live'],
    rate: 'plan',
    bytes: 256,
  },
} as const;

const OfOne = One.extend({ person: Id });
/** What is known of somebody when they ask or speak: their town, how long they were heard (ms), and by what their time is multiplied for what they missed. */
const Weighed = z.strictObject({
  town: z.string().nullable(),
  heard: z.int().nonnegative(),
  factor: z.number().min(1),
});

export const facts = {
  'floor.asked': Ask.extend({ ...OfOne.shape, ...Weighed.shape }),
  'floor.withdrawn': Item,
  'floor.restored': Item,
  'floor.placed': messages.place.input,
  'floor.given': Turn.extend({
    person: Id,
    as: z.enum([...ways, 'round', 'host']),
    item: Id.nullable(),
    seconds: Seconds.nullable(),
    others: z.enum(['free', 'muted']),
    ...Weighed.shape,
  }),
  'floor.ended': Turn.extend({ reason: z.enum(['done', 'passed', 'taken', 'time', 'lost']) }),
  'floor.extended': messages.extend.input,
  /** The connection of somebody who holds the floor or waits for it is away, or back. */
  'floor.away': OfOne.extend({ on: z.boolean() }),
  /** Somebody no longer sits here or may no longer speak, or was away for too long: nothing here is theirs any more. */
  'floor.gone': OfOne,
  'floor.began': One.extend({ round: Id, order: z.enum(roundOrders), seconds: Seconds.nullable(), people: Circle }),
  /** Somebody who came while a round goes on is its last. */
  'floor.joined': OfOne,
  /** Somebody whose turn it would be is away; they are asked once more at the end. */
  'floor.missed': OfOne,
  'floor.finished': One.extend({ round: Id }),
  'floor.ruled': messages.rule.input,
  'floor.closed': z.strictObject({ session: Id }),
} as const;

declare module '../../kernel/slice.ts' {
  interface FactRegistry extends FactData<typeof facts> {}
}

export const refusals = [
  'floor.not-here',
  'floor.asked-already',
  'floor.yours-already',
  'floor.taken',
  'floor.unknown',
  'floor.not-yours',
  'floor.over',
  'floor.no-reply',
  'floor.cannot-speak',
  'floor.nobody',
  'floor.no-round',
  'floor.round-already',
  'floor.no-limit',
] as const;
