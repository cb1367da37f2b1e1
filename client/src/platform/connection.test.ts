import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mediaNamespace } from '@multaqa/shared/facilitate/media/signalling';
import { Server } from 'socket.io';
import { expect, it, onTestFinished } from 'vitest';
import { connectionTo } from './connection.ts';
import { openDialogueSocket } from './dialogue-socket.ts';
import { openSignallingSocket, type SignallingHandlers } from './signalling-socket.ts';

/** A real server, and a tab with its main namespace and voice and picture. */
async function scene(refused: { main: boolean; media: boolean }) {
  const http = createServer();
  const server = new Server(http);
  const refuser = (name: keyof typeof refused) => (_socket: unknown, next: (error?: Error) => void) =>
    next(refused[name] ? new Error('too-many') : undefined);
  server.use(refuser('main'));
  server.of(mediaNamespace).use(refuser('media'));
  server.of(mediaNamespace).on('connection', socket => {
    socket.on('request', (name, _input, ack) => ack({ ok: true, reply: name }));
    socket.emit('router', null);
  });
  server.on('connection', socket => {
    socket.on('ask', (_question, ack) => ack({ ok: true, answer: null }));
    socket.emit('welcome', {});
  });
  await new Promise<void>(resolve => http.listen(0, '127.0.0.1', resolve));
  const { port } = http.address() as AddressInfo;
  (window as unknown as { happyDOM: { setURL(url: string): void } }).happyDOM.setURL(`http://127.0.0.1:${port}/`);
  const heard: string[] = [];
  const nothing = () => {};
  const line = openDialogueSocket('dialogue', () => ({ protocol: 1, dialogue: 'dialogue' }), {
    welcome: () => heard.push('welcome'),
    patch: nothing,
    own: nothing,
    goodbye: nothing,
    signals: nothing,
    disconnected: code => heard.push(`down ${code}`),
  });
  line.connect();
  const media = openSignallingSocket(connectionTo('dialogue'), 'dialogue', {
    router: () => heard.push('hello'),
    disconnected: () => heard.push('media down'),
    consumer: nothing,
    consumerPaused: nothing,
    consumerClosed: nothing,
    participants: nothing,
    activeSpeakers: nothing,
    videoCodec: () => {},
    maxLayer: nothing,
    producerStopped: nothing,
    replaced: nothing,
  } satisfies SignallingHandlers);
  onTestFinished(async () => {
    line.disconnect();
    media.close();
    await server.close();
  });
  const ask = () => media.request('show', { videos: [] });
  return { server, line, media, heard, ask };
}

const count = (heard: readonly string[], what: string) => heard.filter(word => word === what).length;

it('a tab has one connection, whatever it does', async () => {
  const { server, heard, line, ask } = await scene({ main: false, media: false });
  await expect.poll(() => [...heard].sort()).toEqual(['hello', 'welcome']);
  expect(server.engine.clientsCount).toBe(1);
  line.disconnect();
  expect(await ask()).toMatchObject({ ok: true });
  line.connect();
  await expect.poll(() => count(heard, 'welcome')).toBe(2);
  expect(server.engine.clientsCount).toBe(1);
});

it('who is refused in one namespace goes on in the other', async () => {
  const refused = { main: false, media: true };
  const { heard, line, ask } = await scene(refused);
  await expect.poll(() => heard).toContain('media down');
  expect(await line.ping()).toMatchObject({ ok: true });
  refused.media = false;
  await expect.poll(() => heard, { timeout: 5_000 }).toContain('hello');
  refused.main = true;
  line.disconnect();
  // The server has heard of the goodbye before this is answered.
  expect(await ask()).toMatchObject({ ok: true });
  line.connect();
  await expect.poll(() => heard).toContain('down too-many');
  expect(await ask()).toMatchObject({ ok: true });
  expect(count(heard, 'hello')).toBe(1);
});

it('a connection that is renewed by either brings both back', async () => {
  const { server, heard, line, media } = await scene({ main: false, media: false });
  await expect.poll(() => [...heard].sort()).toEqual(['hello', 'welcome']);
  line.reconnect();
  await expect.poll(() => [count(heard, 'welcome'), count(heard, 'hello')], { timeout: 5_000 }).toEqual([2, 2]);
  media.reconnect();
  line.connect();
  await expect.poll(() => [count(heard, 'welcome'), count(heard, 'hello')], { timeout: 5_000 }).toEqual([3, 3]);
  await expect.poll(() => server.engine.clientsCount).toBe(1);
});
