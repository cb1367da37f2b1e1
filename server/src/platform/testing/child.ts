import type { ChildProcess } from 'node:child_process';
import type { Readable } from 'node:stream';

/** Resolves when the output of a process holds `text`; rejects with all that it said when it ends before. */
export function until(child: ChildProcess, output: Readable, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = '';
    output.setEncoding('utf8');
    output.on('data', (part: string) => {
      said += part;
      if (said.includes(text)) resolve();
    });
    child.once('error', reject);
    child.once('exit', code => reject(new Error(`ended with ${code}: ${said}`)));
  });
}

/** Ends a process and resolves when it is gone. */
export function end(child: ChildProcess, signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  const gone = new Promise<void>(resolve => child.once('exit', () => resolve()));
  child.kill(signal);
  return gone;
}
