import { dialogueRules } from '@multaqa/shared/dialogue';
import { createExample } from './about/create-dialogue.ts';
import { readConfig } from './config.ts';
import { firstAccount } from './people/organisers.routes.ts';
import { openStore } from './platform/store/open-store.ts';

// Loads the example dialogue for the first organiser; a running server shows it at the next visit of the dashboard.
const say = (text: string) => process.stdout.write(`${text}\n`);

const read = readConfig();
if (!read.ok) {
  for (const mistake of read.mistakes) say(mistake);
  process.exit(1);
}
const { DATABASE_URL, DATA_DIR } = read.config;
const store = await openStore(
  DATABASE_URL ? { kind: 'postgres', url: DATABASE_URL } : { kind: 'sqlite', folder: DATA_DIR },
);
const now = Date.now();
const created = await createExample({ store, rules: dialogueRules, now }, await firstAccount(store, now));
await store.close();
say(
  created.ok
    ? 'The example dialogue is loaded: open the dashboard to see it.'
    : `The example dialogue was refused: ${created.refusal}`,
);
process.exitCode = created.ok ? 0 : 1;
