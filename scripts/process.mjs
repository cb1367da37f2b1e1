import { spawn, spawnSync } from 'node:child_process';
import { createInterface } from 'node:readline';

/**
 * Runs a program without a terminal and hands each line it writes to `onLine`.
 * Resolves to its exit code (127 when it could not be started) and the last lines it wrote, `keep` of them.
 */
export function run(command, args, { onLine = () => {}, keep = 40, ...options } = {}) {
  return new Promise(resolve => {
    const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    const tail = [];
    const take = line => {
      tail.push(line);
      if (tail.length > keep) tail.shift();
      onLine(line);
    };
    createInterface({ input: child.stdout }).on('line', take);
    createInterface({ input: child.stderr }).on('line', take);
    child.on('error', error => resolve({ code: 127, tail: [error.message] }));
    child.on('close', (code, signal) => resolve({ code: code ?? `signal ${signal}`, tail }));
  });
}

/** Like `run`, but throws with the program's last lines when it fails. */
export async function must(command, args, options) {
  const { code, tail } = await run(command, args, options);
  if (code !== 0) throw new Error([`${command} ${args.join(' ')} ended with ${code}`, ...tail].join('\n'));
  return tail;
}

/** Exit code of a program that says nothing and takes no time; undefined when it cannot be started. */
export function exitCode(command, args = [], options = {}) {
  return spawnSync(command, args, { stdio: 'ignore', ...options }).status ?? undefined;
}
