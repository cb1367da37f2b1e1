import { fork } from 'node:child_process';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { audioPacket, packetOf, wait } from './rtp.ts';

/** Where somebody's packets go, and their SSRC. */
export type TalkingSource = { port: number; ssrc: number; who: number };

/** A process of its own that sends what people say, so that talking costs the measured ones nothing. */
export type Talkers = { talk(sources: readonly TalkingSource[], seconds: number): Promise<void>; close(): void };

/** Starts the process that sends. */
export function openTalkers(): Talkers {
  const child = fork(fileURLToPath(import.meta.url), ['talkers']);
  return {
    async talk(sources, seconds) {
      child.send({ sources, seconds });
      await once(child, 'message');
    },
    close: () => void child.kill('SIGKILL'),
  };
}

if (process.argv[2] === 'talkers') {
  const socket = createSocket('udp4');
  const sequences = new Map<number, number>();
  /** No two people begin their frames at the same moment. */
  const slots = 4;
  socket.bind(0, '127.0.0.1');
  process.on('message', async ({ sources, seconds }: { sources: TalkingSource[]; seconds: number }) => {
    const begin = performance.now();
    const step = 1_000 / audioPacket.perSecond / slots;
    for (let tick = 0; tick * step < seconds * 1_000; tick += 1) {
      for (const { port, ssrc, who } of sources) {
        if (who % slots !== tick % slots) continue;
        const sequence = (sequences.get(port) ?? 0) + 1;
        sequences.set(port, sequence);
        socket.send(packetOf(who, ssrc, sequence, 20, performance.timeOrigin + performance.now()), port, '127.0.0.1');
      }
      const rest = begin + (tick + 1) * step - performance.now();
      if (rest > 0) await wait(rest);
    }
    process.send?.('done');
  });
}
