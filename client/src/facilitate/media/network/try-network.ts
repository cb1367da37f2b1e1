import type { types } from 'mediasoup-client';
import { deviceClock } from '../../../platform/clock.ts';
import { openConnection, unanswered } from '../../../platform/connection.ts';
import { background, resultOrNull } from '../../../platform/report-fault.ts';
import {
  openSignallingSocket,
  type SignallingHandlers,
  type SignallingSocket,
} from '../../../platform/signalling-socket.ts';
import { type NetworkReport, supportCode } from './network-report.ts';
import { probePath, type SilentTrack } from './probe.ts';
import type { NetworkProbe } from './use-network-test.ts';

const paths = ['udp', 'tcp', 'relay'] as const;
const states = { works: 'passed', fails: 'failed', absent: 'absent' } as const;
/** How long (ms) a server may take to answer at all. */
const timeout = 10_000;

/** What the server says when it is there; without capabilities it has no media. */
type Greeting = { rtpCapabilities: unknown };

/** Tries the network between this device and a dialogue's server, over a connection of its own; ends with the code for support. */
export const tryNetwork =
  (dialogue: string): NetworkProbe =>
  async (tell, signal) => {
    tell('server', 'runs');
    const { socket, greeting } = connect(dialogue);
    signal.addEventListener('abort', socket.close);
    try {
      const greeted = await greeting;
      const text = socket.traffic().transport;
      const report: NetworkReport = { text, udp: 'fails', tcp: 'fails', relay: 'fails', roundTrip: null };
      tell('server', greeted ? 'passed' : 'failed');
      if (!greeted) return supportCode(report);
      report.roundTrip = await roundTripOf(socket);
      const { rtpCapabilities } = greeted;
      const device =
        rtpCapabilities === null ? null : await resultOrNull(load(rtpCapabilities), 'media-device', 'UnsupportedError');
      for (const path of paths) {
        if (signal.aborted) return null;
        tell(path, 'runs');
        const result = device && probePath(path, { socket, device, clock: deviceClock, openSilence, signal });
        report[path] = (result && (await resultOrNull(result, 'probe'))) ?? 'fails';
        tell(path, states[report[path]]);
      }
      return supportCode(report);
    } finally {
      socket.close();
    }
  };

/** The greeting resolves with null when nobody answers. */
function connect(dialogue: string): { socket: SignallingSocket; greeting: Promise<Greeting | null> } {
  const ignore = () => {};
  let greet: (greeting: Greeting | null) => void = ignore;
  const greeting = new Promise<Greeting | null>(resolve => {
    greet = resolve;
    deviceClock.after(timeout, () => resolve(null));
  });
  const handlers: SignallingHandlers = {
    router: router => greet({ rtpCapabilities: router?.rtpCapabilities ?? null }),
    consumers: ignore,
    consumerPaused: ignore,
    participants: ignore,
    activeSpeakers: ignore,
    speech: ignore,
    videoCodec: ignore,
    maxLayer: ignore,
    producerStopped: ignore,
    replaced: ignore,
    disconnected: ignore,
  };
  // Apart from the tab's own connection: a test disturbs nothing, and begins with the handshake.
  return { socket: openSignallingSocket(openConnection(), dialogue, handlers), greeting };
}

/** The browser's WebRTC for this server. Rejects with an `UnsupportedError` where the browser has none. */
async function load(rtpCapabilities: unknown): Promise<types.Device> {
  const { createDevice } = await import('../connection/mediasoup-device.ts');
  const device = await createDevice();
  await device.load({ routerRtpCapabilities: rtpCapabilities as types.RtpCapabilities });
  return device;
}

/** The shortest of three round trips in ms: what it takes when nothing else is under way. */
async function roundTripOf(socket: SignallingSocket): Promise<number | null> {
  const times: number[] = [];
  for (let tries = 3; tries > 0; tries -= 1) {
    const from = performance.now();
    // Whatever the answer is, it has come all the way.
    const answer = await resultOrNull(
      socket.request('networkQuality', { quality: 'good' }),
      'round-trip',
      ...unanswered,
    );
    if (answer) times.push(performance.now() - from);
  }
  return times.length > 0 ? Math.min(...times) : null;
}

function openSilence(): SilentTrack {
  const context = new AudioContext();
  const output = context.createMediaStreamDestination();
  const [track] = output.stream.getAudioTracks();
  if (!track) throw new DOMException('no audio track', 'NotFoundError');
  return {
    track,
    close() {
      track.stop();
      background(context.close(), 'silence');
    },
  };
}
