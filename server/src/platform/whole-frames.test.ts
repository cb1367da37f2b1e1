import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { io } from 'socket.io-client';
import { expect, test, vi } from 'vitest';
import { openSockets } from './sockets.ts';

test('a broadcast reaches everybody as it is, however long and in whatever script, in frames of one buffer each', async () => {
  const http = createServer();
  const sockets = openSockets(http, { publicUrl: null, addressOf: () => 'here', takeFor: () => true });
  const parts = new Set<number | undefined>();
  type Packet = { data?: unknown; options: { wsPreEncodedFrame?: Buffer[] } };
  sockets.engine.on('connection', (connection: NodeJS.EventEmitter) =>
    connection.on('packetCreate', ({ data, options }: Packet) => {
      if (String(data).includes('told')) parts.add(options.wsPreEncodedFrame?.length);
    }),
  );
  await new Promise<void>(done => http.listen(0, '127.0.0.1', done));
  const url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  const clients = ['websocket', 'websocket', 'polling'].map(transport =>
    io(url, { transports: [transport], forceNew: true, extraHeaders: { origin: url } }),
  );
  const heard = clients.map((client): string[] => {
    const words: string[] = [];
    client.on('told', (word: string) => void words.push(word));
    return words;
  });
  await vi.waitFor(() => expect(clients.every(({ connected }) => connected)).toBe(true));
  // Below 126 bytes, below 64 KiB and above: a frame tells its length in three ways.
  const words = ['', 'ملتقى', 'ü'.repeat(3_000), 'ع'.repeat(60_000)];
  for (const word of words) (sockets as unknown as { emit(...event: unknown[]): void }).emit('told', word);
  await vi.waitFor(() => expect(heard).toEqual([words, words, words]));
  expect([...parts]).toEqual([1]);
  for (const client of clients) client.disconnect();
  await sockets.close();
});
