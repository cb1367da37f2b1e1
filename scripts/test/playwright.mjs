import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { runRunner } from './runner.mjs';
import { judged, nothing } from './tally.mjs';

/** Runs the walks through the running product in a real browser; there may be none yet. */
export async function runPlaywright(root, names) {
  const config = join(root, 'e2e', 'playwright.config.ts');
  if (!existsSync(config)) return nothing;
  const report = join(root, '.cache', 'tests', 'playwright.json');
  const bin = join(root, 'node_modules', '@playwright', 'test', 'cli.js');
  const env = { ...process.env, PLAYWRIGHT_JSON_OUTPUT_FILE: report };
  const args = [bin, 'test', '--config', config, '--pass-with-no-tests', '--reporter=list,json', ...names];
  const result = await runRunner(args, { report, cwd: root, env });
  return judged('Playwright', result.report ? counted(result.report.stats) : nothing, result.code);
}

function counted({ expected, unexpected, flaky, skipped }) {
  return { passed: expected + flaky, failed: unexpected, skipped };
}
