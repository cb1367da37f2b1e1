import type { NetworkPath } from '@multaqa/shared/facilitate/media/signalling';
import type { types } from 'mediasoup-client';
import type { Clock } from '../../../platform/clock.ts';
import { unanswered } from '../../../platform/connection.ts';
import { reportFault, resultOrNull } from '../../../platform/report-fault.ts';
import type { SignallingSocket } from '../../../platform/signalling-socket.ts';
import { disconnectErrors } from '../connection/disconnect-errors.ts';
import type { PathResult } from './network-report.ts';

/** An audio track that nobody hears: a transport only connects when it has something to send. */
export type SilentTrack = { track: MediaStreamTrack; close(): void };

/** What a probe needs. */
export type ProbePorts = {
  socket: Pick<SignallingSocket, 'request'>;
  /** Loaded with what the server can forward. */
  device: types.Device;
  clock: Clock;
  openSilence(): SilentTrack;
  /** Aborted when nobody waits for the result any more: nothing is open after that. */
  signal: AbortSignal;
};

/** A transport that has not connected after so long (ms) would be of no use in a meeting. */
const timeout = 8_000;

/** Tries whether a transport connects over one path through the network. Rejects when the browser opens none. */
export async function probePath(path: NetworkPath, ports: ProbePorts): Promise<PathResult> {
  const { socket, device, openSilence, signal } = ports;
  const answer = await resultOrNull(socket.request('probe', { path }), 'probe', ...unanswered);
  if (!answer?.ok) return answer?.refusal === 'media.no-path' ? 'absent' : 'fails';
  if (signal.aborted) return 'fails';
  const { transport: options, iceServers } = answer.reply;
  const iceTransportPolicy = path === 'relay' ? 'relay' : 'all';
  const transport = device.createSendTransport({
    ...options,
    iceServers,
    iceTransportPolicy,
  } as types.TransportOptions);
  let silence: SilentTrack | null = null;
  try {
    silence = openSilence();
    return await connects(transport, silence.track, ports);
  } finally {
    transport.close();
    silence?.close();
  }
}

async function connects(
  transport: types.Transport,
  track: MediaStreamTrack,
  { socket, clock, signal }: ProbePorts,
): Promise<PathResult> {
  let cancel = () => {};
  const result = new Promise<PathResult>(resolve => {
    cancel = clock.after(timeout, () => resolve('fails'));
    signal.addEventListener('abort', () => resolve('fails'), { once: true });
    transport.on('connectionstatechange', state => {
      if (state === 'connected') resolve('works');
      if (state === 'failed') resolve('fails');
    });
    transport.on('connect', ({ dtlsParameters }, done, failed) => {
      const parameters = dtlsParameters as unknown as Record<string, unknown>;
      socket.request('connectProbe', { dtlsParameters: parameters }).then(({ ok }) => {
        if (ok) done();
        else failed(new DOMException('refused', 'NetworkError'));
      }, failed);
    });
    // The server never hears of the producer: nothing is to be forwarded.
    transport.on('produce', (_, done) => done({ id: transport.id }));
    transport.produce({ track, stopTracks: false }).catch(error => {
      reportFault('probe', ...disconnectErrors)(error);
      resolve('fails');
    });
  });
  return result.finally(() => cancel());
}
