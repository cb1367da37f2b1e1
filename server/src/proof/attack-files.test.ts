import { once } from 'node:events';
import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { buildClient, script } from '../platform/testing/built-client.ts';
import { temporaryFolder } from '../platform/testing/folder.ts';
import { spawnServer } from './spawned.ts';

const built = () => {
  const { folder, remove } = temporaryFolder();
  onTestFinished(remove);
  buildClient(folder);
  return folder;
};

const statusOf = async (url: string) => (await fetch(url)).status;

describe('a server whose files change under it', () => {
  test.each([
    [
      'files of the build are renamed',
      (folder: string) => {
        for (const name of [script, `${script}.br`, `${script}.gz`])
          renameSync(join(folder, name), join(folder, `${name}.old`));
      },
    ],
    ['the build is deleted', (folder: string) => rmSync(folder, { recursive: true })],
    [
      'the client is built again with other names',
      (folder: string) => {
        rmSync(folder, { recursive: true });
        buildClient(folder, 'document.title = "New";\n'.repeat(100));
        renameSync(join(folder, script), join(folder, 'assets/index-New.js'));
      },
    ],
  ])('goes on and answers when %s', async (_, change) => {
    const folder = built();
    const server = await spawnServer(folder);
    expect(await statusOf(server.url + script)).toBe(200);
    change(folder);
    for (const path of [script, '/', '/j/', '/favicon.svg', '/healthz'])
      expect([path, await statusOf(server.url + path)]).toEqual([path, 200]);
    expect(await statusOf(`${server.url}/assets/gone.js`)).toBe(404);
    expect(server.isUp()).toBe(true);
  });

  test.runIf(existsSync('/proc/self/fd'))('goes on and answers while it can open no file and no socket', async () => {
    const descriptors = 64;
    const server = await spawnServer(built(), { descriptors });
    const { hostname, port } = new URL(server.url);
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const onKeptLine = (path: string) =>
      new Promise<number | undefined>((resolve, reject) => {
        request({ hostname, port, path, agent }, response => {
          response.resume().once('end', () => resolve(response.statusCode));
        })
          .once('error', reject)
          .end();
      });
    expect(await onKeptLine('/healthz')).toBe(200);
    const crowd: Socket[] = [];
    for (let at = 0; at < 2 * descriptors; at += 1) {
      const socket = connect(Number(port), hostname);
      // The server may close what it cannot hold.
      socket.on('error', () => socket.destroy());
      crowd.push(socket);
      await Promise.race([once(socket, 'connect'), once(socket, 'close')]);
    }
    await expect.poll(() => readdirSync(`/proc/${server.pid}/fd`).length).toBeGreaterThanOrEqual(descriptors - 1);
    for (const path of [script, '/', '/readyz']) expect([path, await onKeptLine(path)]).toEqual([path, 200]);
    for (const socket of crowd) socket.destroy();
    agent.destroy();
    await expect.poll(() => statusOf(server.url + script).catch(String)).toBe(200);
    expect(server.isUp()).toBe(true);
  });
});
