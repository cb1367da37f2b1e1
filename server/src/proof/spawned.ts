import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { temporaryFolder } from '../platform/testing/folder.ts';

export type Spawned = { url: string; pid: number; organiserLink: string; isUp(): boolean };

/** A server as a process of its own, for as long as a test runs; `descriptors`: how many files and sockets it may hold. */
export async function spawnServer(clientFolder: string, options: { descriptors?: number } = {}): Promise<Spawned> {
  const { folder, remove } = temporaryFolder();
  const program = [
    process.execPath,
    fileURLToPath(new URL('./server-process.ts', import.meta.url)),
    '',
    '',
    clientFolder,
  ];
  const limited = `ulimit -n ${options.descriptors ?? 1024} && exec "$0" "$@"`;
  const child = spawn('sh', ['-c', limited, ...program], {
    env: { ...process.env, PORT: '0', HOST: '127.0.0.1', DATA_DIR: folder, NODE_OPTIONS: '' },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const gone = once(child, 'exit');
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await gone;
    remove();
  });
  const [{ address, organiserLink }] = (await Promise.race([
    once(child, 'message'),
    gone.then(([code]) => Promise.reject(new Error(`the server ended with ${code}`))),
  ])) as [{ address: string; organiserLink: string }];
  return {
    url: address.replace('localhost', '127.0.0.1'),
    pid: child.pid ?? 0,
    organiserLink,
    isUp: () => child.exitCode === null && child.signalCode === null,
  };
}
