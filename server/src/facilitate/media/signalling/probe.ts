import type { Replies, RequestInput } from '@multaqa/shared/facilitate/media/signalling';
import type { DtlsParameters, WebRtcTransport } from 'mediasoup/types';
import type { Clock } from '../../../platform/clock.ts';
import type { SessionRouter } from '../workers/session-routers.ts';
import { createTransport, transportOptions } from '../workers/transports.ts';
import { iceServersFor, type Turn } from './turn.ts';

/** Test transports of one connection, one network path at a time. No media is ever sent over them. */
export type Probe = {
  /** Opens a transport for a path and closes the one before it; a refusal when there is none. */
  open(input: RequestInput<'probe'>): Promise<Replies['probe'] | 'media.no-path' | 'media.unavailable'>;
  /** Completes DTLS from the client's side; false when no transport is open. */
  connect(dtlsParameters: DtlsParameters): Promise<boolean>;
  close(): void;
};

/** What a probe needs. */
export type ProbePorts = {
  clock: Clock;
  turn: Turn | null;
  /** The router that all probes share; null while no worker runs. */
  probeRouter(): SessionRouter | null;
};

/** A probe that its client has forgotten is closed after this long, ms. */
const lifetime = 20_000;

/** The network probe of one connection; `person` is who the relay password is for. */
export function openProbe(person: string, { clock, turn, probeRouter }: ProbePorts): Probe {
  let current: WebRtcTransport | null = null;
  let cancel = () => {};
  const close = () => {
    cancel();
    current?.close();
    current = null;
  };
  return {
    async open({ path }) {
      close();
      const iceServers = path === 'relay' ? iceServersFor(turn, person, clock.now()) : [];
      if (path === 'relay' && iceServers.length === 0) return 'media.no-path';
      const source = probeRouter();
      if (!source) return 'media.unavailable';
      const transport = await createTransport(source, path === 'relay' ? 'udp' : path);
      close();
      current = transport;
      cancel = clock.at(clock.now() + lifetime, close);
      return { transport: transportOptions(transport), iceServers };
    },
    async connect(dtlsParameters) {
      if (!current || current.closed) return false;
      await current.connect({ dtlsParameters });
      return true;
    },
    close,
  };
}
