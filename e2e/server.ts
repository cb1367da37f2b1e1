import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Network } from './network.ts';
import type { Relay } from './relay.ts';

/** The real server as a process of its own, on one port and one data folder for as long as a test runs. */
export type Server = {
  url: string;
  /** The link that it printed at its first start. */
  organiserLink: string;
  /** Ends the process as a power cut would. */
  kill(): Promise<void>;
  /** Starts it again after `kill`, with the same port and data. */
  restart(): Promise<void>;
  /** The id of the process that runs now. */
  pid(): number;
  /** What it printed besides its greeting: warnings and errors. */
  complaints(): readonly string[];
  /** Ends it for good and removes its data. */
  stop(): Promise<void>;
};

const main = fileURLToPath(new URL('../server/src/main.ts', import.meta.url));
const greetings = {
  address: /^Multaqa runs at (\S+)$/,
  link: /^Organiser link, valid once, for one hour: (\S+)$/,
  silent: /^Without mediasoup’s worker/,
};

type Surroundings = { network?: Network | null; relay?: Relay | null; environment?: Record<string, string> };

/** Starts the server in its surroundings; rejects with what it said when it ends before it greets. */
export async function startServer({
  network = null,
  relay = null,
  environment = {},
}: Surroundings = {}): Promise<Server> {
  const folder = await mkdtemp(join(tmpdir(), 'multaqa-e2e-'));
  const port = await freePort();
  const env = {
    ...process.env,
    HOST: '127.0.0.1',
    PORT: String(port),
    DATA_DIR: folder,
    ...relay?.environment,
    ...environment,
    ...(network && {
      PUBLIC_URL: network.url,
      MEDIA_WORKERS: '1',
      MEDIA_PORT: String(network.media.port),
      MEDIA_ANNOUNCED_ADDRESS: network.media.address,
    }),
  };
  network?.serve(port);
  const said: string[] = [];
  const find = (greeting: RegExp) => said.map(line => greeting.exec(line)?.[1]).find(found => found !== undefined);
  let child = await launch(env, said, greetings.link);

  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const closed = once(child, 'close');
    child.kill(signal);
    await closed;
  };
  return {
    url: network?.url ?? find(greetings.address) ?? '',
    organiserLink: find(greetings.link) ?? '',
    kill: () => end('SIGKILL'),
    async restart() {
      child = await launch(env, said, greetings.address);
    },
    pid: () => child.pid ?? 0,
    complaints: () => said.filter(line => line && !Object.values(greetings).some(greeting => greeting.test(line))),
    async stop() {
      await end('SIGTERM');
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Resolves when the server has printed the line it is waited for. */
async function launch(env: NodeJS.ProcessEnv, said: string[], awaited: RegExp): Promise<ChildProcess> {
  const child = spawn(process.execPath, [main], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  await new Promise<void>((resolve, reject) => {
    const hear = (line: string) => {
      said.push(line);
      if (awaited.test(line)) resolve();
    };
    createInterface({ input: child.stdout }).on('line', hear);
    createInterface({ input: child.stderr }).on('line', hear);
    child.once('error', reject);
    child.once('close', code => reject(new Error(`the server ended with ${code}:\n${said.join('\n')}`)));
  });
  return child;
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}
