import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mediaNamespace } from '@multaqa/shared/facilitate/media/signalling';
import { Server, type Socket } from 'socket.io';
import { expect, it, onTestFinished } from 'vitest';
import { connectionTo } from './connection.ts';
import { openSignallingSocket, type SignallingHandlers } from './signalling-socket.ts';

/** A real server, and a socket to it that records what happens. */
async function openTest() {
  const http = createServer();
  const server = new Server(http);
  const sockets: Socket[] = [];
  const ends: string[] = [];
  server.of(mediaNamespace).on('connection', socket => {
    sockets.push(socket);
    socket.on('disconnect', reason => ends.push(reason));
    socket.on('request', (name, _input, ack) => {
      ack({ ok: true, reply: name });
    });
    socket.emit('router', { rtpCapabilities: sockets.length });
  });
  await new Promise<void>(resolve => http.listen(0, '127.0.0.1', resolve));
  const { port } = http.address() as AddressInfo;
  (window as unknown as { happyDOM: { setURL(url: string): void } }).happyDOM.setURL(`http://127.0.0.1:${port}/`);
  const events: string[] = [];
  const nothing = () => {};
  const connection = connectionTo('dialogue');
  const socket = openSignallingSocket(connection, 'dialogue', {
    router: router => events.push(`router ${router?.rtpCapabilities}`),
    disconnected: () => events.push('down'),
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
    socket.close();
    await server.close();
  });
  await expect.poll(() => events).toEqual(['router 1']);
  return { socket, events, sockets, ends };
}

it('a socket that breaks reconnects by itself, and rejects requests meanwhile', async () => {
  const { socket, events, sockets } = await openTest();
  expect(await socket.request('show', { videos: [] })).toEqual({ ok: true, reply: 'show' });
  sockets[0]?.conn.close();
  await expect.poll(() => events).toContain('down');
  await expect(socket.request('show', { videos: [] })).rejects.toThrow('no connection');
  await expect.poll(() => events, { timeout: 5_000 }).toEqual(['router 1', 'down', 'router 2']);
});

it('a socket that seems dead is dropped as if it had broken, so that the server keeps what it has', async () => {
  const { socket, events, ends } = await openTest();
  socket.reconnect();
  await expect.poll(() => events, { timeout: 5_000 }).toEqual(['router 1', 'down', 'router 2']);
  expect(ends).toEqual(['transport close']);
});

it('a socket that is closed says goodbye, and stays closed', async () => {
  const { socket, events, ends, sockets } = await openTest();
  socket.close();
  await expect.poll(() => ends).toEqual(['client namespace disconnect']);
  socket.connectNow();
  expect(events).toEqual(['router 1']);
  expect(sockets).toHaveLength(1);
});

it('the bytes of the socket are counted', async () => {
  const { socket } = await openTest();
  const before = socket.traffic();
  expect(before.transport).not.toBeNull();
  await socket.request('show', { videos: [] });
  expect(socket.traffic().bytes).toBeGreaterThan(before.bytes + 20);
  socket.close();
  expect(socket.traffic().transport).toBeNull();
});
