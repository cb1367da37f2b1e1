import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import closeWithGrace from 'close-with-grace';
import { startApp } from './app.ts';
import { readConfig } from './config.ts';
import { openClock } from './platform/clock.ts';
import { newReference, openLogger } from './platform/logger.ts';
import { UnusableSecret } from './platform/secret-file.ts';

/** The worker that the prepare script found or built; it leaves the place in a note. */
function preparedWorker(): string | null {
  const note = new URL('../../.cache/media-worker.json', import.meta.url);
  if (!existsSync(note)) return null;
  const { path } = JSON.parse(readFileSync(note, 'utf8')) as { path?: string };
  return path ?? null;
}

const say = (text: string) => process.stdout.write(`${text}\n`);

const read = readConfig();
if (!read.ok) {
  say(`The configuration has ${read.mistakes.length === 1 ? 'a mistake' : `${read.mistakes.length} mistakes`}:`);
  for (const mistake of read.mistakes) say(`  ${mistake}`);
  process.exit(1);
}

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
  version: string;
};
const logger = openLogger(read.config.LOG_LEVEL);
const app = await startApp(read.config, {
  clock: openClock({ failed: error => logger.error({ error, reference: newReference() }, 'a timer failed') }),
  logger,
  version,
  clientFolder: fileURLToPath(new URL('../../client/dist', import.meta.url)),
  media: { worker: read.config.MEDIASOUP_WORKER_BIN ?? preparedWorker(), count: read.config.MEDIA_WORKERS },
  askForOrganiserLink: process.argv.includes('--organiser-link'),
}).catch((error: unknown): never => {
  if (!(error instanceof UnusableSecret)) throw error;
  say(error.message);
  process.exit(1);
});

closeWithGrace({ delay: 25_000, logger: { error: error => logger.error(error) } }, async ({ err }) => {
  if (err) logger.error({ error: err }, 'unexpected fault');
  await app.close();
});

say(`\nMultaqa runs at ${app.address}`);
if (!app.hasMedia) say('Without mediasoup’s worker: everything works but voice and picture.');
if (app.organiserLink) say(`Organiser link, valid once, for one hour: ${app.organiserLink}`);
