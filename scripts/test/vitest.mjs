import { join } from 'node:path';
import { runRunner } from './runner.mjs';
import { judged, nothing } from './tally.mjs';

/** Runs the tests of the rules, the server, the client and these scripts. */
export async function runVitest(root, names) {
  const report = join(root, '.cache', 'tests', 'vitest.json');
  const bin = join(root, 'node_modules', 'vitest', 'vitest.mjs');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const result = await runRunner([bin, 'run', '--passWithNoTests', ...reporters, ...names], { report, cwd: root });
  return judged('Vitest', result.report ? counted(result.report) : nothing, result.code);
}

/** Runs the tests whose files have one of these names in theirs, again with each change, until Ctrl+C; resolves to the exit code. */
export async function watchVitest(root, names) {
  const bin = join(root, 'node_modules', 'vitest', 'vitest.mjs');
  const report = join(root, '.cache', 'tests', 'watch.json');
  const { code } = await runRunner([bin, 'watch', ...names], { report, cwd: root });
  return typeof code === 'number' ? code : 1;
}

function counted(report) {
  // A file that cannot even be loaded is reported as failed without any test in it.
  const broken = report.testResults.filter(
    file => file.status === 'failed' && !file.assertionResults.some(test => test.status === 'failed'),
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken.length,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}
