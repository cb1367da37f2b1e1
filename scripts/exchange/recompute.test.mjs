import { exchange } from '@multaqa/shared/facilitate/exchange/exchange.rules';
import { factsOf, length, meetings } from '@multaqa/shared/facilitate/exchange/meeting.samples';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lineOf } from '../../server/src/inspect/print.ts';
import { exchangeOf, factsIn } from './recompute.mjs';

test('[X2] every figure of the report is computed again from the printed log, to the last digit', () => {
  const seen = { measured: 0, named: 0 };
  fc.assert(
    fc.property(meetings, fc.array(fc.integer({ min: 1, max: length }), { maxLength: 20 }), (meeting, cuts) => {
      const log = factsOf(meeting, cuts);
      const told = exchange.outcome(log.reduce(exchange.evolve, exchange.initial));
      expect(exchangeOf(factsIn(log.map(lineOf).join('\n')))).toEqual(told);
      if (told.dialogue.figures.measured) seen.measured += 1;
      if (told.dialogue.matrix.towns.length > 1) seen.named += 1;
    }),
    { numRuns: 300 },
  );
  expect(seen.measured).toBeGreaterThan(50);
  expect(seen.named).toBeGreaterThan(20);
});
