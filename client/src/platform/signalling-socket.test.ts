import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mediaNamespace } from '@multaqa/shared/facilitate/media/signalling';
import { Server, type Socket } from 'socket.io';
import { expect, it, onTestFinished } from 'vitest';
import { connectionTo } from './connection.ts';
import { openSignallingSocket, type SignallingHandlers } from './signalling-socket.ts';

/** A real server, and a line to it that writes down what it hears. */
async function scene() {
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
  const heard: string[] = [];
  const nothing = () => {};
  const connection = connectionTo('dialogue');
  const line = openSignallingSocket(connection, 'dialogue', {
    router: hello => heard.push(`hello ${hello?.rtpCapabilities}`),
    disconnected: () => heard.push('down'),
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
    line.close();
    await server.close();
  });
  await expect.poll(() => heard).toEqual(['hello 1']);
  return { line, heard, sockets, ends };
}

it('a line that breaks connects anew by itself, and asks nobody in between', async () => {
  const { line, heard, sockets } = await scene();
  expect(await line.request('show', { videos: [] })).toEqual({ ok: true, reply: 'show' });
  sockets[0]?.conn.close();
  await expect.poll(() => heard).toContain('down');
  await expect(line.request('show', { videos: [] })).rejects.toThrow('no connection');
  await expect.poll(() => heard, { timeout: 5_000 }).toEqual(['hello 1', 'down', 'hello 2']);
});

it('a line that seems dead is left as if it had broken, so that the server keeps what it has', async () => {
  const { line, heard, ends } = await scene();
  line.reconnect();
  await expect.poll(() => heard, { timeout: 5_000 }).toEqual(['hello 1', 'down', 'hello 2']);
  expect(ends).toEqual(['transport close']);
});

it('a line that is closed says goodbye, and stays closed', async () => {
  const { line, heard, ends, sockets } = await scene();
  line.close();
  await expect.poll(() => ends).toEqual(['client namespace disconnect']);
  line.connectNow();
  expect(heard).toEqual(['hello 1']);
  expect(sockets).toHaveLength(1);
});

it('what the line has carried is counted', async () => {
  const { line } = await scene();
  const before = line.traffic();
  expect(before.transport).not.toBeNull();
  await line.request('show', { videos: [] });
  expect(line.traffic().bytes).toBeGreaterThan(before.bytes + 20);
  line.close();
  expect(line.traffic().transport).toBeNull();
});
