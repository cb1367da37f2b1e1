import type { Replies, RequestInput } from '@multaqa/shared/facilitate/media/signalling';
import type { DtlsParameters, WebRtcTransport } from 'mediasoup/types';
import type { Clock } from '../../platform/clock.ts';
import type { Hall } from './halls.ts';
import { createTransport, describe } from './transports.ts';
import { iceServersFor, type Turn } from './turn.ts';

/** Tries of one connection to reach the media server, one way at a time. Nothing is ever sent over them. */
export type Probe = {
  open(input: RequestInput<'probe'>): Promise<Replies['probe'] | 'media.no-path' | 'media.unavailable'>;
  /** False when no try is under way. */
  connect(dtlsParameters: DtlsParameters): Promise<boolean>;
  close(): void;
};

export type ProbePorts = {
  clock: Clock;
  turn: Turn | null;
  /** The router that all tries share; null while no worker runs. */
  probing(): Hall | null;
};

const longest = 20_000;

export function openProbe(person: string, { clock, turn, probing }: ProbePorts): Probe {
  let current: WebRtcTransport | null = null;
  let callOff = () => {};
  const close = () => {
    callOff();
    current?.close();
    current = null;
  };
  return {
    async open({ path: way }) {
      close();
      const iceServers = way === 'relay' ? iceServersFor(turn, person, clock.now()) : [];
      if (way === 'relay' && iceServers.length === 0) return 'media.no-path';
      const source = probing();
      if (!source) return 'media.unavailable';
      const transport = await createTransport(source, way === 'relay' ? 'udp' : way);
      close();
      current = transport;
      callOff = clock.at(clock.now() + longest, close);
      return { transport: describe(transport), iceServers };
    },
    async connect(dtlsParameters) {
      if (!current || current.closed) return false;
      await current.connect({ dtlsParameters });
      return true;
    },
    close,
  };
}
