import { planRotation, type Rotation } from '@multaqa/shared/facilitate/breakouts/rotation/plan';
import type { RotationSettings } from '@multaqa/shared/facilitate/breakouts/rotation/settings';
import type { Id } from '@multaqa/shared/kernel/ids';
import { type DialogueTask, readDialogue } from '../../dialogue/read-dialogue.ts';
import { rotationIn } from './rotation.ts';

/** `fixed`: groupings that stay as they are. `now` in ms since the epoch. */
export type RotationAsked = { settings: RotationSettings; fixed: readonly Id[]; now: number };

/** Plans the rounds that are still to be held in a dialogue as its log tells of it now. */
export const run: DialogueTask<RotationAsked, Rotation> = async ({ place, input }, control) => {
  const { state, seq } = await readDialogue(place, { ...control, progress: () => {} });
  const { settings, fixed, now } = input;
  const { guests, before, open } = rotationIn(state, settings, fixed, now);
  return { basedOn: seq, result: planRotation(guests, { rounds: open.length, settings, before }, control) };
};
