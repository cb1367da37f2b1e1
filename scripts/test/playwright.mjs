import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { runRunner } from './runner.mjs';
import { add, judged, nothing } from './tally.mjs';

/** The walks that share the machine, one more than cores since they wait for pages, and those that have it for themselves. */
const rounds = [
  ['together', 3],
  ['alone', 1],
];

/** Runs the walks through the running product in a real browser; there may be none yet. */
export async function runPlaywright(root, names) {
  const config = join(root, 'e2e', 'playwright.config.ts');
  if (!existsSync(config)) return nothing;
  const report = join(root, '.cache', 'tests', 'playwright.json');
  const bin = join(root, 'node_modules', '@playwright', 'test', 'cli.js');
  const env = { ...process.env, PLAYWRIGHT_JSON_OUTPUT_FILE: report };
  let tally = nothing;
  for (const [project, workers] of rounds) {
    const how = ['--project', project, '--workers', String(workers), '--pass-with-no-tests', '--reporter=list,json'];
    const result = await runRunner([bin, 'test', '--config', config, ...how, ...names], { report, cwd: root, env });
    tally = add(tally, judged('Playwright', result.report ? counted(result.report.stats) : nothing, result.code));
  }
  return tally;
}

function counted({ expected, unexpected, flaky, skipped }) {
  return { passed: expected + flaky, failed: unexpected, skipped };
}
