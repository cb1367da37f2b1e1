import type { NetworkPath } from '@multaqa/shared/facilitate/media/signalling';
import type { types } from 'mediasoup-client';
import type { Clock } from '../../../platform/clock.ts';
import type { SignallingSocket } from '../../../platform/signalling-socket.ts';
import type { PathResult } from './network-report.ts';

export type ProbePorts = {
  socket: Pick<SignallingSocket, 'request'>;
  /** Loaded with what the server can forward. */
  device: types.Device;
  clock: Clock;
  /** A sound that nobody hears: without something to send, no connection is made. */
  openSilence(): { track: MediaStreamTrack; close(): void };
  /** Aborted when nobody waits for the result any more: nothing is open after that. */
  signal: AbortSignal;
};

/** A connection that does not stand after so long (ms) does not help in a meeting. */
const patience = 8_000;

/** Tries whether a connection comes to stand on one way through the network. */
export async function probePath(
  way: NetworkPath,
  { socket, device, clock, openSilence, signal }: ProbePorts,
): Promise<PathResult> {
  const answer = await socket.request('probe', { path: way }).catch(() => null);
  if (!answer?.ok) return answer?.refusal === 'media.no-path' ? 'absent' : 'fails';
  if (signal.aborted) return 'fails';
  const { transport: options, iceServers } = answer.reply;
  const iceTransportPolicy = way === 'relay' ? 'relay' : 'all';
  const transport = device.createSendTransport({
    ...options,
    iceServers,
    iceTransportPolicy,
  } as types.TransportOptions);
  const silence = openSilence();
  let callOff = () => {};
  const stands = new Promise<PathResult>(resolve => {
    callOff = clock.after(patience, () => resolve('fails'));
    signal.addEventListener('abort', () => resolve('fails'), { once: true });
    transport.on('connectionstatechange', state => {
      if (state === 'connected') resolve('works');
      if (state === 'failed') resolve('fails');
    });
    transport.on('connect', ({ dtlsParameters }, done, failed) => {
      const parameters = dtlsParameters as unknown as Record<string, unknown>;
      socket.request('connectProbe', { dtlsParameters: parameters }).then(({ ok }) => {
        if (ok) done();
        else failed(new Error('refused'));
      }, failed);
    });
    // The server never hears of the stream: nothing is to be forwarded.
    transport.on('produce', (_, done) => done({ id: options.id }));
    transport.produce({ track: silence.track, stopTracks: false }).catch(() => resolve('fails'));
  });
  try {
    return await stands;
  } finally {
    callOff();
    transport.close();
    silence.close();
  }
}
