import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mediaNamespace } from '@multaqa/shared/facilitate/media/signalling';
import { Server } from 'socket.io';
import { expect, it, onTestFinished } from 'vitest';
import { connectionTo } from './connection.ts';
import { openDialogueSocket } from './dialogue-socket.ts';
import { openSignallingSocket, type SignallingHandlers } from './signalling-socket.ts';

/** A real server, and a tab with its main namespace and that of media. */
async function openTest(refused: { main: boolean; media: boolean }) {
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
  const events: string[] = [];
  const nothing = () => {};
  const main = openDialogueSocket('dialogue', () => ({ protocol: 1, dialogue: 'dialogue' }), {
    welcome: () => events.push('welcome'),
    patch: nothing,
    own: nothing,
    goodbye: nothing,
    signals: nothing,
    disconnected: code => events.push(`down ${code}`),
  });
  main.connect();
  const media = openSignallingSocket(connectionTo('dialogue'), 'dialogue', {
    router: () => events.push('router'),
    disconnected: () => events.push('media down'),
    consumers: nothing,
    consumerPaused: nothing,
    participants: nothing,
    activeSpeakers: nothing,
    speech: nothing,
    videoCodec: () => {},
    maxLayer: nothing,
    producerStopped: nothing,
    replaced: nothing,
  } satisfies SignallingHandlers);
  onTestFinished(async () => {
    main.disconnect();
    media.close();
    await server.close();
  });
  const ask = () => media.request('show', { videos: [] });
  return { server, main, media, events, ask };
}

const count = (events: readonly string[], what: string) => events.filter(word => word === what).length;

it('a tab has one connection, whatever it does', async () => {
  const { server, events, main, ask } = await openTest({ main: false, media: false });
  await expect.poll(() => [...events].sort()).toEqual(['router', 'welcome']);
  expect(server.engine.clientsCount).toBe(1);
  main.disconnect();
  expect(await ask()).toMatchObject({ ok: true });
  main.connect();
  await expect.poll(() => count(events, 'welcome')).toBe(2);
  expect(server.engine.clientsCount).toBe(1);
});

it('a refusal in one namespace leaves the other alone', async () => {
  const refused = { main: false, media: true };
  const { events, main, ask } = await openTest(refused);
  await expect.poll(() => events).toContain('media down');
  expect(await main.ping()).toMatchObject({ ok: true });
  refused.media = false;
  await expect.poll(() => events, { timeout: 5_000 }).toContain('router');
  refused.main = true;
  main.disconnect();
  // The server has received the goodbye before this is answered.
  expect(await ask()).toMatchObject({ ok: true });
  main.connect();
  await expect.poll(() => events).toContain('down too-many');
  expect(await ask()).toMatchObject({ ok: true });
  expect(count(events, 'router')).toBe(1);
});

it('a reconnect of either namespace brings both back', async () => {
  const { server, events, main, media } = await openTest({ main: false, media: false });
  await expect.poll(() => [...events].sort()).toEqual(['router', 'welcome']);
  main.reconnect();
  await expect.poll(() => [count(events, 'welcome'), count(events, 'router')], { timeout: 5_000 }).toEqual([2, 2]);
  media.reconnect();
  main.connect();
  await expect.poll(() => [count(events, 'welcome'), count(events, 'router')], { timeout: 5_000 }).toEqual([3, 3]);
  await expect.poll(() => server.engine.clientsCount).toBe(1);
});
