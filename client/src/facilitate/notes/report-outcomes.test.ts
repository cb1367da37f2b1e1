import { outcomeInput } from '@multaqa/shared/facilitate/notes/notes.samples';
import { sampleIds } from '@multaqa/shared/kernel/messages.samples';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toldInReport } from './report-outcomes.ts';

const room = `${sampleIds[0]}/plenary`;
const ids = sampleIds.slice(0, 8);
const anyOutcomes = fc.uniqueArray(
  fc.record({
    outcome: fc.constantFrom(...ids),
    document: fc.constantFrom('notes' as const, 'output' as const),
    from: fc.uniqueArray(fc.constantFrom(...ids), { maxLength: 3, size: 'max' }),
    at: fc.nat(9),
  }),
  { selector: ({ outcome }) => outcome, maxLength: 8, size: 'max' },
);

test('every outcome is told once: as it is, or in one that was made of it', () => {
  fc.assert(
    fc.property(anyOutcomes, given => {
      const outcomes = given.map(({ outcome, at, ...more }) => ({
        ...outcomeInput(outcome, room, more),
        at,
        changedAt: at,
      }));
      const { brought, left } = toldInReport(outcomes);
      const told = [...brought, ...left].map(({ outcome }) => outcome);
      expect(new Set(told).size).toBe(told.length);
      for (const { outcome } of outcomes) {
        expect(told.includes(outcome) || brought.some(({ from }) => from.includes(outcome))).toBe(true);
      }
      for (const { outcome, document } of left) {
        expect(document).toBe('notes');
        expect(brought.some(({ from }) => from.includes(outcome))).toBe(false);
      }
    }),
  );
});
