import { expect, test } from 'vitest';
import { z } from 'zod';
import { missingFrom, rareHistories, seededHistories } from './dialogue.coverage.samples.ts';
import { beginning, play } from './dialogue.samples.ts';
import { dialogueRules as rules, stateQueries } from './dialogue.ts';
import { composeRules } from './kernel/rules.ts';
import type { Slice } from './kernel/slice.ts';

test('the histories of the laws reach every kind of fact and every refusal', () => {
  expect(missingFrom(rules, [...seededHistories(rules, 40), ...rareHistories(rules)])).toEqual([]);
});

test('what a slice can tell and no history reaches is named', () => {
  const polls: Slice<'polls', null> = {
    name: 'polls',
    messages: {},
    facts: { 'polls.opened': z.strictObject({}) },
    refusals: ['polls.closed'],
    initial: null,
    stateVersion: 1,
    factVersion: 1,
    decide: {},
    evolve: state => state,
    view: () => null,
  };
  const withPolls = composeRules([polls], stateQueries);
  expect(missingFrom(withPolls, [play(rules, beginning)])).toEqual(['polls.opened', 'polls.closed']);
});
