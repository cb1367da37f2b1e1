import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Dialogue } from '../../../dialogue/dialogue.ts';

/**
 * How far this person's share is on this device, beyond what room and browser say. `choosing`: the browser asks which
 * screen, and then the room is asked. `confirming`: the room has agreed, and its view is about to say so. `ending`: the
 * room is being told.
 */
export type ScreenStep = 'idle' | 'choosing' | 'confirming' | 'ending';

const steps = new WeakMap<Dialogue, StoreApi<{ step: ScreenStep }>>();

/** The step of this tab's share, the same for every button and notice of the room. */
export function screenStepOf(dialogue: Dialogue): StoreApi<{ step: ScreenStep }> {
  const known = steps.get(dialogue);
  if (known) return known;
  const fresh = createStore<{ step: ScreenStep }>(() => ({ step: 'idle' }));
  steps.set(dialogue, fresh);
  return fresh;
}
