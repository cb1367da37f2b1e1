import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { expect, test, vi } from 'vitest';

const program = fileURLToPath(new URL('./example.mjs', import.meta.url));

async function freePort() {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address();
  probe.close();
  return port;
}

test('the live example brings twelve people into a session, where they talk and write', {
  timeout: 60_000,
}, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'multaqa-live-'));
  const port = await freePort();
  const env = { ...process.env, DATA_DIR: folder, HOST: '127.0.0.1', PORT: String(port) };
  const child = spawn(process.execPath, [program, '--live'], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const lines = [];
  createInterface({ input: child.stdout }).on('line', line => lines.push(line));
  try {
    const present = () => lines.filter(line => line.endsWith(' is here'));
    await vi.waitFor(() => expect(present()).toHaveLength(12), { timeout: 40_000 });
    const figures = async () => (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
    expect(await figures()).toContain('multaqa_connections 12');
    expect(await figures()).toMatch(/multaqa_media_participants 12/);
    const written = /multaqa_acknowledgement_seconds_count\{slice="chat",outcome="accepted"\} [1-9]/;
    await vi.waitFor(async () => expect(await figures()).toMatch(written), { timeout: 30_000, interval: 250 });
    const spoken = /multaqa_media_producers [1-9]/;
    await vi.waitFor(async () => expect(await figures()).toMatch(spoken), { timeout: 30_000, interval: 250 });
    expect(lines.filter(line => line.includes('failed'))).toEqual([]);
  } finally {
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    expect(await ended).toEqual([0, null]);
    await rm(folder, { recursive: true, force: true });
  }
});
