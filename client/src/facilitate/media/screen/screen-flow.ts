import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Dialogue } from '../../../dialogue/dialogue.ts';

/**
 * Where one's own share stands on this device, beyond what room and browser say. `choosing`: the browser asks its
 * owner which screen, and then the room. `settling`: the room has agreed, and is about to say so to everybody. `ending`: the room is told.
 */
export type ScreenStep = 'idle' | 'choosing' | 'settling' | 'ending';

const steps = new WeakMap<Dialogue, StoreApi<{ step: ScreenStep }>>();

/** The step of this tab's share, the same for every button and notice of the room. */
export function screenStepOf(dialogue: Dialogue): StoreApi<{ step: ScreenStep }> {
  const known = steps.get(dialogue);
  if (known) return known;
  const fresh = createStore<{ step: ScreenStep }>(() => ({ step: 'idle' }));
  steps.set(dialogue, fresh);
  return fresh;
}
