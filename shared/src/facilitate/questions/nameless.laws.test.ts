import fc from 'fast-check';
import { expect, test } from 'vitest';
import { beginning, playRandom, type Sent } from '../../dialogue.samples.ts';
import { dialogueRules as rules, slices } from '../../dialogue.ts';
import { ada, ben, cleo, dina, sampleIds, sampleSessions } from '../../kernel/messages.samples.ts';
import type { Questions } from './questions.state.ts';

const slice = slices.questions;
const [session = ''] = sampleSessions;
const room = `${session}/plenary`;

/** Everything that anybody is told, but for what people are told of themselves. */
const told = (state: Questions) => ({
  seen: (['organiser', 'participant'] as const).map(role =>
    slice.view(state, { role, place: { session, room }, watches: [] }),
  ),
  all: slice.asks?.all?.answer(state, { session }, {} as never),
  counts: slice.asks?.counts?.answer(state, { session }, {} as never),
  report: slice.outcome?.(state),
});

const ids = fc.constantFrom(...sampleIds.slice(0, 3));
const people = fc.constantFrom(ada, ben, cleo);
const one = <Input extends object>(kind: string, by: fc.Arbitrary<string>, more: fc.Arbitrary<Input>) =>
  fc.tuple(by, ids, more).map(
    ([actor, question, rest]): Sent => ({
      ...{ by: actor, kind: `questions.${kind}`, at: 2 },
      input: { room, question, ...rest },
    }),
  );

/** Three people ask, support and withdraw, and a host merges: few questions, so that one thing happens to them after the other. */
const talk = fc.array(
  fc.oneof(
    one('ask', people, fc.constantFrom({ names: 'named', text: '?' }, { names: 'anonymous', text: '?' })),
    one('support', people, fc.constantFrom({ on: true }, { on: false })),
    one('merge', fc.constant(ada), fc.record({ others: fc.tuple(ids) })),
    one('split', fc.constant(ada), fc.constant({})),
    one('withdraw', people, fc.constant({})),
  ),
  { maxLength: 20, size: 'max' },
);

test('[Q3] everybody is told the same, whoever it was that asked without a name', () => {
  fc.assert(
    fc.property(talk, sent => {
      const { state, log } = playRandom(rules, [...beginning, ...sent]);
      // By somebody who says nothing else, so that nothing but who asked is different.
      const swapped = log
        .filter(({ kind }) => kind.startsWith('questions.'))
        .map(fact => {
          const isNameless = fact.kind === 'questions.asked' && (fact.data as { names: string }).names === 'anonymous';
          return isNameless ? { ...fact, actor: dina } : fact;
        });
      const after = swapped.reduce((now, fact) => slice.evolve(now, fact as never), slice.initial);
      expect(told(after)).toEqual(told(state.questions as Questions));
    }),
    { numRuns: 500 },
  );
});
