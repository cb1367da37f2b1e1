// Runs on Node 18 with nothing installed: npm calls it before `start`, `dev`, `test`, `check` and `example`.
import { fileURLToPath } from 'node:url';
import { prepareClient } from './prepare/client.mjs';
import { prepareDependencies } from './prepare/dependencies.mjs';
import { prepareNode } from './prepare/node.mjs';
import { takeSteps } from './prepare/steps.mjs';
import { prepareTestPrograms } from './prepare/test-programs.mjs';
import { prepareVoice } from './prepare/voice.mjs';

const always = [
  ['Dependencies', prepareDependencies],
  ['Node', prepareNode],
];
const product = [
  ['Voice and picture', prepareVoice],
  ['Client', prepareClient],
];
const plans = {
  check: always,
  start: [...always, ...product],
  test: [...always, ...product, ['Programs for tests', prepareTestPrograms]],
};

const plan = plans[process.argv[2] ?? 'start'];
if (plan) {
  await takeSteps(fileURLToPath(new URL('..', import.meta.url)), plan);
} else {
  console.error(`prepare.mjs knows ${Object.keys(plans).join(', ')}`);
  process.exitCode = 1;
}
