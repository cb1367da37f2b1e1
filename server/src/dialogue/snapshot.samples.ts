import type { State } from '@multaqa/shared/kernel/composition';
import type { Rules } from '@multaqa/shared/kernel/rules';
import type { Snapshot } from '../platform/store/store.ts';
import { partsOf } from './state-parts.ts';

/** A snapshot with all of its parts. */
export const snapshotOf = (rules: Rules, state: State, seq: number): Snapshot => ({
  seq,
  slices: Object.fromEntries(
    rules.slices.map(slice => {
      const parts = Object.entries(partsOf(slice).split(state[slice.name]));
      const texts = Object.fromEntries(parts.map(([key, part]) => [key, JSON.stringify(part)]));
      return [slice.name, { version: slice.stateVersion, parts: texts }];
    }),
  ),
});
