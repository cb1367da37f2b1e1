import { slices, stateQueries } from '@multaqa/shared/dialogue';
import { everyone } from '@multaqa/shared/kernel/messages';
import { composeRules } from '@multaqa/shared/kernel/rules';
import { accept, defineSlice, refuse } from '@multaqa/shared/kernel/slice';
import { z } from 'zod';

const messages = {
  add: {
    input: z.strictObject({ grams: z.int().min(1).max(100) }),
    by: { organiser: 'dialogue' },
    phases: ['preparing'],
    rate: 'light',
    bytes: 64,
  },
  taste: { input: z.strictObject({}), by: everyone('dialogue'), phases: ['live'], rate: 'light', bytes: 16 },
} as const;
const facts = { 'salt.added': messages.add.input } as const;

/** A slice that exists in tests alone: what it needs beyond itself is one line in a list. */
const salt = defineSlice<number>()({
  name: 'salt',
  messages,
  facts,
  refusals: ['salt.too-much'],
  initial: 0,
  stateVersion: 1,
  factVersion: 1,
  decide: {
    taste: () => accept(),
    add: (state, input) =>
      state + input.grams > 100 ? refuse('salt.too-much') : accept({ kind: 'salt.added', data: input }),
  },
  evolve: (state, fact) => state + fact.data.grams,
  view: grams => ({ grams }),
  outcome: grams => ({ grams }),
});

/** The rules with salt in them; threads find them here. */
export const rules = composeRules([...Object.values(slices), salt], stateQueries);
