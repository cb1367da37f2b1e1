import { existsSync } from 'node:fs';
import { end, start } from './child.ts';
import { freePort } from './free-port.ts';

const program = '/usr/bin/redis-server';

/** False where Redis is not installed. */
export const hasRedis = (): boolean => existsSync(program);

/** Starts a Redis server that keeps nothing. `restart` ends it for good and starts another one at the same address. */
export async function startRedis(): Promise<{ url: string; restart(): Promise<void>; stop(): Promise<void> }> {
  const port = await freePort();
  const run = () =>
    start(program, ['--port', `${port}`, '--bind', '127.0.0.1', '--save', ''], 'Ready to accept connections');
  let server = await run();
  return {
    url: `redis://127.0.0.1:${port}`,
    async restart() {
      await end(server, 'SIGKILL');
      server = await run();
    },
    stop: () => end(server, 'SIGKILL'),
  };
}
