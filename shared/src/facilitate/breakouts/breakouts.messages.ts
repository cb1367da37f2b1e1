import { z } from 'zod';
import { Id, RoomId } from '../../kernel/ids.ts';
import { Language } from '../../kernel/languages.ts';
import { everyone, roomRoles } from '../../kernel/messages.ts';
import type { FactData } from '../../kernel/slice.ts';
import { line, paragraph } from '../../kernel/text.ts';
import { limits } from '../../limits.ts';
import { anyNamesOf } from '../../names.ts';
import { Material, preparedFields } from './prepared.ts';
import { RotationSettings } from './rotation/settings.ts';

/** How people are dealt to rooms. */
export const ways = ['cluster', 'rotation', 'random', 'hand', 'choice', 'last'] as const;
export type Way = (typeof ways)[number];

/** Where somebody goes who comes while breakouts are open and has no place: with their cluster, to the smallest room, nowhere until a host decides, or where they choose. */
export const lateRules = ['cluster', 'smallest', 'ask', 'choose'] as const;
export type LateRule = (typeof lateRules)[number];

/** Why somebody goes to a room: the way of the grouping, or what was decided for this person. */
export const reasons = [...ways, 'late', 'moved', 'wish', 'back'] as const;
export type Reason = (typeof reasons)[number];

/** A room without any name is called by its number. */
const RoomNames = anyNamesOf(limits.roomNameGraphemes);
const ClusterId = z.string().regex(/^c[1-9]\d?$/);
const Title = line(limits.nameGraphemes);
const Mark = z.int().min(0).max(limits.idsEver);
const minutes = z.int().min(1).max(limits.breakoutMinutes);

const NewRoom = z.strictObject({ room: RoomId, names: RoomNames, mark: Mark, cluster: ClusterId.nullable() });
/** Sizes in the order of the rooms; `people` are those of the first room, then those of the second, and so on. */
const Dealt = {
  sizes: z.array(z.int().min(0).max(limits.peoplePerDialogue)).max(limits.breakouts),
  people: z.array(Id).max(limits.peoplePerDialogue),
};

const One = z.strictObject({ grouping: Id });
const InRoom = One.extend({ room: RoomId });
const Anywhere = One.extend({ room: RoomId.nullable() });
const Live = z.strictObject({ session: Id });
const Rooms = z.union([z.literal('all'), z.array(RoomId).min(1).max(limits.breakouts)]);

const hosts = { organiser: 'dialogue', facilitator: 'dialogue' } as const;
const { observer: _, ...takingPart } = everyone('own-room');
const goingOn = ['preparing', 'live'] as const;

const plan = <Input extends z.ZodType>(input: Input, bytes = 1_024) =>
  ({ input, by: hosts, phases: goingOn, rate: 'plan', bytes }) as const;
const host = <Input extends z.ZodType>(input: Input, bytes = 1_024) =>
  ({ input, by: hosts, phases: ['live'], rate: 'plan', bytes }) as const;
const inside = <Input extends z.ZodType>(input: Input, bytes: number) =>
  ({ input, by: takingPart, phases: ['live'], rate: 'chat', bytes }) as const;

const Prepare = One.extend({
  session: Id,
  title: Title,
  way: z.enum(ways),
  /** Which round of the rotation it is, from 1; null for other ways. */
  round: z.int().min(1).max(limits.idsEver).nullable(),
  rooms: z.array(NewRoom).max(limits.breakouts),
  ...Dealt,
});

const Rule = One.extend({
  /** How long it lasts; null until a host ends it. */
  minutes: minutes.nullable(),
  late: z.enum(lateRules),
  /** Whether people may go to the plenary and come back as they like. */
  plenary: z.enum(['open', 'closed']),
  /** The most people that choose one room; null for any number. */
  seats: z.int().min(1).max(limits.peoplePerDialogue).nullable(),
});

export const messages = {
  prepare: plan(Prepare, limits.commandBytes),
  deal: plan(One.extend(Dealt), limits.commandBytes),
  place: plan(Anywhere.extend({ people: z.array(Id).min(1).max(limits.peoplePerDialogue) }), limits.commandBytes),
  undo: plan(One),
  redo: plan(One),
  add: plan(One.extend(NewRoom.shape), 4_096),
  name: plan(InRoom.extend({ names: RoomNames }), 4_096),
  drop: plan(InRoom),
  appoint: plan(InRoom.extend({ role: z.enum(roomRoles), person: Id.nullable() })),
  describe: plan(
    Anywhere.extend({
      field: z.enum(preparedFields),
      language: Language,
      text: paragraph(limits.taskGraphemes),
    }),
    limits.commandBytes,
  ),
  attach: plan(Anywhere.extend({ material: Material }), 8_192),
  detach: plan(Anywhere.extend({ material: Id })),
  rule: plan(Rule),
  title: plan(One.extend({ title: Title })),
  discard: plan(One),
  recover: plan(One),
  set: plan(z.strictObject({ settings: RotationSettings }), 32_768),

  open: host(Live.extend({ grouping: Id })),
  go: host(Live),
  time: host(Live.extend({ minutes: z.int().min(-limits.breakoutMinutes).max(limits.breakoutMinutes) })),
  close: host(Live.extend({ when: z.enum(['soon', 'now']) })),
  stay: host(Live),
  move: host(
    Live.extend({ people: z.array(Id).min(1).max(limits.peoplePerDialogue), room: RoomId }),
    limits.commandBytes,
  ),
  decline: host(Live.extend({ person: Id })),
  broadcast: host(
    Live.extend({
      broadcast: Id,
      rooms: Rooms,
      text: paragraph(limits.broadcastGraphemes),
      material: z.array(Material).max(limits.broadcastMaterial),
    }),
    limits.commandBytes,
  ),
  unsay: host(Live.extend({ broadcast: Id })),
  harvest: host(Live.extend({ grouping: Id.nullable(), room: RoomId.nullable() })),
  enter: { input: Live.extend({ room: RoomId }), by: everyone('dialogue'), phases: ['live'], rate: 'move', bytes: 256 },
  ask: inside(z.strictObject({ room: RoomId, wish: RoomId.nullable(), text: line(limits.wordGraphemes, 0) }), 2_048),
  help: inside(z.strictObject({ room: RoomId, text: line(limits.wordGraphemes, 0) }), 2_048),
  unhelp: {
    ...inside(z.strictObject({ room: RoomId }), 128),
    by: { ...takingPart, organiser: 'any-room', facilitator: 'any-room' },
  },
  result: inside(z.strictObject({ room: RoomId, result: Id, text: paragraph(limits.resultGraphemes, 1) }), 8_192),
  retract: inside(z.strictObject({ room: RoomId, result: Id }), 256),
} as const;

const Gone = z.strictObject({ person: Id, room: RoomId });
const Until = Live.extend({ endsAt: z.int().nullable() });

export const facts = {
  'breakouts.prepared': Prepare,
  'breakouts.dealt': messages.deal.input,
  'breakouts.placed': messages.place.input,
  'breakouts.undone': One,
  'breakouts.redone': One,
  'breakouts.added': messages.add.input,
  'breakouts.named': messages.name.input,
  'breakouts.dropped': InRoom,
  /** `session` where the room is open now; `before` is who had the role. */
  'breakouts.appointed': messages.appoint.input.extend({ session: Id.nullable(), before: Id.nullable() }),
  'breakouts.described': messages.describe.input,
  'breakouts.attached': messages.attach.input,
  'breakouts.detached': messages.detach.input,
  'breakouts.ruled': Rule,
  'breakouts.titled': messages.title.input,
  'breakouts.discarded': One,
  'breakouts.recovered': One,
  'breakouts.set': messages.set.input,

  /** `rooms` are all breakouts that are open from now on, those of a grouping that was open before among them until people have gone. */
  'breakouts.opened': Until.extend({
    grouping: Id,
    movesAt: z.int(),
    rooms: z.array(RoomId),
    people: z.array(Gone),
    appointed: z.array(Gone.extend({ role: z.enum(roomRoles) })),
  }),
  'breakouts.widened': Live.extend({ rooms: z.array(RoomId) }),
  'breakouts.sent': Live.extend({ people: z.array(Gone), at: z.int(), why: z.enum(reasons) }),
  /** `rooms` are the breakouts that are open from now on; whoever sits in another one is in the plenary again. */
  'breakouts.went': Live.extend({ rooms: z.array(RoomId), people: z.array(Gone) }),
  'breakouts.entered': Live.extend({ person: Id, room: RoomId, from: RoomId, as: z.enum(['guest', 'member']) }),
  'breakouts.timed': Until,
  'breakouts.closing': Until,
  'breakouts.stayed': Until,
  'breakouts.closed': Live,
  'breakouts.asked': messages.ask.input.extend({ session: Id, person: Id }),
  'breakouts.declined': Live.extend({ person: Id }),
  'breakouts.help-asked': messages.help.input.extend({ session: Id, person: Id }),
  'breakouts.help-ended': Live.extend({ room: RoomId }),
  'breakouts.broadcasted': messages.broadcast.input,
  'breakouts.unsaid': messages.unsay.input,
  'breakouts.reported': messages.result.input.extend({ person: Id }),
  'breakouts.retracted': messages.retract.input,
  'breakouts.harvested': messages.harvest.input,
} as const;

declare module '../../kernel/slice.ts' {
  interface FactRegistry extends FactData<typeof facts> {}
}

export const refusals = [
  'breakouts.unknown',
  'breakouts.unknown-room',
  'breakouts.unknown-person',
  'breakouts.unknown-result',
  'breakouts.taken',
  'breakouts.twice',
  'breakouts.miscounted',
  'breakouts.full',
  'breakouts.nothing-to-undo',
  'breakouts.other-session',
  'breakouts.no-rooms',
  'breakouts.is-live',
  'breakouts.not-live',
  'breakouts.not-here',
  'breakouts.not-allowed',
  'breakouts.room-full',
  'breakouts.empty',
  'breakouts.not-yours',
] as const;
