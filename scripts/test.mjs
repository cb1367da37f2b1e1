import { fileURLToPath } from 'node:url';
import { runPlaywright } from './test/playwright.mjs';
import { add, inWords, nothing } from './test/tally.mjs';
import { runVitest, watchVitest } from './test/vitest.mjs';

const args = process.argv.slice(2);
const names = args.filter(arg => arg !== '--watch');
if (names.some(name => name.startsWith('-'))) {
  console.error(
    'npm test -- [--watch] [part of a file name]…   (for other options, call npx vitest or npx playwright)',
  );
  process.exit(1);
}

const root = fileURLToPath(new URL('..', import.meta.url));
if (args.includes('--watch')) process.exit(await watchVitest(root, names));
let tally = nothing;
for (const runner of [runVitest, runPlaywright]) tally = add(tally, await runner(root, names));

const found = tally.passed + tally.failed + tally.skipped > 0;
if (!found)
  console.error(names.length > 0 ? `No test file has ${names.join(' or ')} in its name.` : 'There are no tests.');
console.log(inWords(tally));
process.exitCode = tally.failed > 0 || !found ? 1 : 0;
