import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';

/**
 * Starts a program and resolves when it has printed `ready`; rejects with all that it said when it ends before.
 * It ends with the tests, even if nobody ends it.
 */
export async function start(
  program: string,
  args: string[],
  ready: string,
  options: Pick<SpawnOptions, 'uid' | 'gid' | 'cwd'> = {},
): Promise<ChildProcess> {
  const child = spawn(program, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  const kill = () => child.kill('SIGKILL');
  process.once('exit', kill);
  child.once('exit', () => process.off('exit', kill));
  await new Promise<void>((resolve, reject) => {
    let said = '';
    const listen = (part: Buffer) => {
      said += part;
      if (said.includes(ready)) resolve();
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.once('error', reject);
    child.once('exit', code => reject(new Error(`${program} ended with ${code}: ${said}`)));
  });
  return child;
}

/** Ends a process and resolves when it is gone. */
export function end(child: ChildProcess, signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  const gone = new Promise<void>(resolve => child.once('exit', () => resolve()));
  child.kill(signal);
  return gone;
}
