import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { startApp } from '../../server/src/app.ts';
import { type Config, readConfig } from '../../server/src/config.ts';
import { systemClock } from '../../server/src/platform/clock.ts';
import { openLogger } from '../../server/src/platform/logger.ts';
import { prepareLive } from './prepare.ts';
import { simulate } from './simulate.ts';

// Fills the example with a session in progress: simulated people talk, write and move, over real sockets, until Ctrl+C.
const say = (text: string) => process.stdout.write(`${text}\n`);
const { values } = parseArgs({
  options: {
    people: { type: 'string', default: '12' },
    seconds: { type: 'string' },
    seed: { type: 'string', default: '1' },
    live: { type: 'boolean' },
  },
});

const read = readConfig();
if (!read.ok) {
  for (const mistake of read.mistakes) say(mistake);
  process.exit(1);
}
const { config } = read;
const stop = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort());
if (values.seconds) setTimeout(() => stop.abort(), Number(values.seconds) * 1_000);

const prepared = await prepareLive(config, Number(values.people));
const running = await serverAt(config);
const { url, organiserLink } = running;
say(`A session of the example dialogue is in progress at ${url}/d/${prepared.dialogue}/s/${prepared.session}`);
if (organiserLink) say(`Organiser link, valid once, for one hour: ${organiserLink}`);
await simulate({ url, prepared, seed: Number(values.seed), signal: stop.signal, say });
await running.close();
process.exit(0);

/** The server of this installation that runs already, or one that is started here. */
async function serverAt(
  config: Config,
): Promise<{ url: string; organiserLink: string | null; close(): Promise<void> }> {
  const url = config.PUBLIC_URL ?? `http://localhost:${config.PORT}`;
  if (await answers(url)) return { url, organiserLink: null, close: async () => {} };
  const app = await startApp(config, {
    clock: systemClock,
    logger: openLogger(config.LOG_LEVEL),
    version: 'live example',
    clientFolder: fileURLToPath(new URL('../../client/dist', import.meta.url)),
    media: { worker: config.MEDIASOUP_WORKER_BIN ?? preparedWorker(), count: config.MEDIA_WORKERS },
    askForOrganiserLink: true,
  });
  return { url: app.address, organiserLink: app.organiserLink, close: app.close };
}

function answers(url: string): Promise<boolean> {
  return fetch(`${url}/healthz`, { signal: AbortSignal.timeout(2_000) }).then(
    ({ ok }) => ok,
    () => false,
  );
}

/** The worker that the prepare script found or built. */
function preparedWorker(): string | null {
  const note = new URL('../../.cache/media-worker.json', import.meta.url);
  return existsSync(note) ? ((JSON.parse(readFileSync(note, 'utf8')) as { path?: string }).path ?? null) : null;
}
