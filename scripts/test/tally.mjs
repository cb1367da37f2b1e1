/** No test at all. */
export const nothing = { passed: 0, failed: 0, skipped: 0 };

/** The sum of two tallies. */
export function add(a, b) {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped };
}

/** The closing line of a test run. */
export function inWords({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}

/** A runner that ended badly without naming a failed test counts as one failure, so that the closing line cannot look clean. */
export function judged(runner, tally, code, complain = console.error) {
  if (code === 0 || tally.failed > 0) return tally;
  complain(`${runner} ended with ${code} without naming a failed test.`);
  return { ...tally, failed: 1 };
}
