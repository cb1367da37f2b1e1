import { z } from 'zod';
import { Id } from '../../../kernel/ids.ts';
import { limits } from '../../../limits.ts';
import type { RoomRules } from '../preview.ts';

const People = z.array(Id).min(2).max(limits.peoplePerRule);

/** What a rotation is asked for, over the sessions of a dialogue. */
export const RotationSettings = z.strictObject({
  /** How many rounds each session has, in the order in which they are held. */
  sessions: z
    .array(z.strictObject({ session: Id, rounds: z.int().min(0).max(limits.roundsPerSession) }))
    .max(limits.sessionsPerDialogue),
  /** People in one room: what is aimed at, and the bounds that are kept. */
  size: z.int().min(2).max(limits.peoplePerDialogue),
  smallest: z.int().min(1).max(limits.peoplePerDialogue),
  largest: z.int().min(2).max(limits.peoplePerDialogue),
  /** Every room has a language that all of it share, or an interpreter. */
  sharedLanguage: z.boolean(),
  /** Every room has a facilitator. */
  facilitated: z.boolean(),
  /** Those who are never in one room. */
  apart: z.array(People).max(limits.groupRules),
  seed: z.int().min(0).max(0xffff_ffff),
});
export type RotationSettings = z.infer<typeof RotationSettings>;

export const usualRotation: RotationSettings = {
  sessions: [],
  size: 5,
  smallest: 3,
  largest: 7,
  sharedLanguage: true,
  facilitated: false,
  apart: [],
  seed: 1,
};

/** What the rooms of a rotation are to keep. */
export const rulesOf = ({
  smallest,
  largest,
  sharedLanguage,
  facilitated,
  apart,
}: Pick<RotationSettings, 'smallest' | 'largest' | 'sharedLanguage' | 'facilitated' | 'apart'>): RoomRules => ({
  ...{ min: smallest, max: largest, sharedLanguage, apart },
  facilitator: facilitated,
});
