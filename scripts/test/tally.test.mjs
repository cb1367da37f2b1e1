import { expect, test } from 'vitest';
import { add, inWords, judged, nothing } from './tally.mjs';

test('the closing line sums what all runners report', () => {
  const tally = add(add(nothing, { passed: 3, failed: 0, skipped: 1 }), { passed: 2, failed: 1, skipped: 0 });
  expect(inWords(tally)).toBe('5 passed, 1 failed, 1 skipped');
});

test('a runner that breaks down without a failed test is a failure, and is named', () => {
  const complaints = [];
  const after = (tally, code) => judged('Vitest', tally, code, complaint => complaints.push(complaint));
  expect(after({ passed: 3, failed: 0, skipped: 0 }, 1)).toEqual({ passed: 3, failed: 1, skipped: 0 });
  expect(complaints).toEqual([expect.stringContaining('Vitest')]);
  expect(after({ passed: 3, failed: 0, skipped: 0 }, 0)).toEqual({ passed: 3, failed: 0, skipped: 0 });
  expect(after({ passed: 3, failed: 2, skipped: 0 }, 1)).toEqual({ passed: 3, failed: 2, skipped: 0 });
});
