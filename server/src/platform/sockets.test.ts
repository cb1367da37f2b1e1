import { createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { limits } from '@multaqa/shared/limits';
import { io } from 'socket.io-client';
import { expect, test, vi } from 'vitest';
import { type ClientSocket, isClogged, openSockets } from './sockets.ts';

test('a line is clogged while its client reads nothing of more than its share, and not any more when it has read', async () => {
  const http = createServer();
  const sockets = openSockets(http, { publicUrl: null, addressOf: () => 'here', takeFor: () => true });
  await new Promise<void>(done => http.listen(0, '127.0.0.1', done));
  const url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  const come = new Promise<ClientSocket>(resolve => sockets.once('connection', resolve));
  const client = io(url, { transports: ['websocket'], extraHeaders: { origin: url } });
  const socket = await come;
  await vi.waitFor(() => expect(client.connected).toBe(true));
  const line = Reflect.get(Reflect.get(client.io.engine.transport, 'ws') as object, '_socket') as Socket;
  line.pause();
  const share = 'x'.repeat(limits.outgoingBufferBytes / 4);
  const tell = () => (socket as unknown as { emit(...event: unknown[]): void }).emit('told', share);
  expect(isClogged(socket)).toBe(false);
  // The kernel takes some megabytes before anything waits here.
  const clogs = () => {
    for (let time = 0; time < 6; time += 1) tell();
    expect(isClogged(socket)).toBe(true);
  };
  await vi.waitFor(clogs, { timeout: 20_000, interval: 10 });
  line.resume();
  await vi.waitFor(() => expect(isClogged(socket)).toBe(false), { timeout: 20_000 });
  client.disconnect();
  await sockets.close();
});
