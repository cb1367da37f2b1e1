import { z } from 'zod';
import { Id, RoomId } from '../../kernel/ids.ts';
import type { FactData } from '../../kernel/slice.ts';
import { limits } from '../../limits.ts';

/** What hosts can stop and ask for; a screen is shared by one person at a time and has its own words. */
export const UserMediaSource = z.enum(['microphone', 'camera']);
export type UserMediaSource = z.infer<typeof UserMediaSource>;

const Source = z.enum(['microphone', 'camera', 'screen']);
const One = z.strictObject({ room: RoomId });
const OfOne = One.extend({ person: Id });
const ownSource = One.extend({ source: UserMediaSource });
const inTheLight = One.extend({ people: z.array(Id).max(limits.spotlight) });

const hosts = { organiser: 'any-room', facilitator: 'any-room' } as const;
const senders = {
  organiser: 'own-room',
  facilitator: 'own-room',
  'note-taker': 'own-room',
  participant: 'own-room',
  interpreter: 'own-room',
} as const;
const live = ['live'] as const;

export const messages = {
  stop: {
    input: One.extend({
      source: Source,
      people: z.union([z.literal('all'), z.array(Id).min(1).max(limits.peoplePerDialogue)]),
    }),
    by: hosts,
    phases: live,
    rate: 'light',
    bytes: limits.commandBytes,
  },
  start: { input: ownSource, by: senders, phases: live, rate: 'light', bytes: 256 },
  ask: { input: OfOne.extend({ source: UserMediaSource }), by: hosts, phases: live, rate: 'light', bytes: 256 },
  decline: { input: One, by: senders, phases: live, rate: 'light', bytes: 128 },
  share: { input: One, by: senders, phases: live, rate: 'light', bytes: 128 },
  unshare: { input: One, by: senders, phases: live, rate: 'light', bytes: 128 },
  offer: { input: OfOne, by: senders, phases: live, rate: 'light', bytes: 256 },
  spotlight: { input: inTheLight, by: hosts, phases: live, rate: 'light', bytes: 256 },
} as const;

export const facts = {
  'media.stopped': One.extend({ source: UserMediaSource, people: z.array(Id) }),
  'media.started': OfOne.extend({ source: UserMediaSource }),
  'media.asked': OfOne.extend({ source: UserMediaSource }),
  'media.declined': OfOne,
  'media.shared': OfOne,
  'media.unshared': OfOne,
  'media.wanted': OfOne,
  'media.unwanted': OfOne,
  'media.offered': OfOne.extend({ until: z.int() }),
  'media.lapsed': OfOne,
  'media.spotlit': inTheLight,
  'media.cleared': OfOne,
} as const;

declare module '../../kernel/slice.ts' {
  interface FactRegistry extends FactData<typeof facts> {}
}

export const refusals = [
  'media.lobby',
  'media.not-in-room',
  'media.cannot-send',
  'media.yourself',
  'media.not-sharing',
  'media.not-waiting',
] as const;
