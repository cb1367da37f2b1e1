// Copies the data folder into a new folder while the server runs. usage: npm run backup -- FOLDER
import { existsSync } from 'node:fs';
import { backUp } from './backup/back-up.mjs';

const [target] = process.argv.slice(2);
const { DATA_DIR = 'data', DATABASE_URL } = process.env;

if (!target || existsSync(target)) {
  console.error(target ? `${target} exists already` : 'npm run backup -- FOLDER');
  process.exitCode = 1;
} else {
  for (const name of await backUp(DATA_DIR, target)) console.log(`${target}/${name}`);
  if (DATABASE_URL) console.log('The database is PostgreSQL: keep the output of pg_dump beside it.');
}
