import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

// `npm run example` loads the example dialogue; with `--live` a session of it is in progress, with simulated people.
const root = fileURLToPath(new URL('..', import.meta.url));
const args = process.argv.slice(2);
const program = args.includes('--live') ? join('bench', 'live', 'main.ts') : join('server', 'src', 'load-example.ts');
const child = spawn(process.execPath, [join(root, program), ...args], { stdio: 'inherit' });
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('exit', code => {
  process.exitCode = code ?? 1;
});
