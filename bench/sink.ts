import { fork } from 'node:child_process';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { isAudio, readPacket } from './rtp.ts';

/** What arrived since the last look: packets in all, and when (ms, of this machine) the first of each sender came. */
export type Arrivals = { packets: number; firsts: Record<number, { sentAt: number; arrivedAt: number }> };

/** A process of its own that takes whatever arrives, so that counting costs the measured ones nothing. */
export type Sink = { port: number; take(): Promise<Arrivals>; close(): void };

export async function openSink(): Promise<Sink> {
  const child = fork(fileURLToPath(import.meta.url), ['sink']);
  const [port] = (await once(child, 'message')) as [number];
  return {
    port,
    async take() {
      child.send('take');
      const [arrivals] = (await once(child, 'message')) as [Arrivals];
      return arrivals;
    },
    close: () => void child.kill('SIGKILL'),
  };
}

if (process.argv[2] === 'sink') {
  const socket = createSocket({ type: 'udp4', recvBufferSize: 16 * 1024 * 1024 });
  const nothing = (): Arrivals => ({ packets: 0, firsts: {} });
  let arrivals = nothing();
  const now = () => performance.timeOrigin + performance.now();
  socket.on('message', packet => {
    if (!isAudio(packet)) return;
    arrivals.packets += 1;
    const read = readPacket(packet);
    if (read && read.who < 1_000) arrivals.firsts[read.who] ??= { sentAt: read.sentAt, arrivedAt: now() };
  });
  socket.bind(0, '127.0.0.1', () => process.send?.(socket.address().port));
  process.on('message', () => {
    process.send?.(arrivals);
    arrivals = nothing();
  });
}
