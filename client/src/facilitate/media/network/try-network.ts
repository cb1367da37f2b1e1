import type { types } from 'mediasoup-client';
import { deviceClock } from '../../../platform/clock.ts';
import { openConnection } from '../../../platform/connection.ts';
import {
  openSignallingSocket,
  type SignallingHandlers,
  type SignallingSocket,
} from '../../../platform/signalling-socket.ts';
import { type NetworkReport, type PathResult, supportCode } from './network-report.ts';
import { probePath } from './probe.ts';
import type { NetworkProbe } from './use-network-test.ts';

const ways = ['udp', 'tcp', 'relay'] as const;
const words = { works: 'passed', fails: 'failed', absent: 'absent' } as const;
/** Nobody waits longer (ms) for a server that does not answer. */
const patience = 10_000;

/** Tries the network between this device and a dialogue's server, over a socket of its own; ends with the code for support. */
export const tryNetwork =
  (dialogue: string): NetworkProbe =>
  async (tell, signal) => {
    tell('server', 'runs');
    const { socket, hello } = connect(dialogue);
    signal.addEventListener('abort', socket.close);
    try {
      const abilities = await hello;
      const report: NetworkReport = {
        text: socket.traffic().transport,
        udp: 'fails',
        tcp: 'fails',
        relay: 'fails',
        delay: null,
      };
      tell('server', abilities === null ? 'failed' : 'passed');
      if (abilities === null) return supportCode(report);
      report.delay = await delayOf(socket);
      const device = await load(abilities.rtpCapabilities);
      for (const way of ways) {
        if (signal.aborted) return null;
        tell(way, 'runs');
        report[way] = await tryWay(way, socket, device, signal);
        tell(way, words[report[way]]);
      }
      return supportCode(report);
    } finally {
      socket.close();
    }
  };

/** Resolves with null when nobody greets; a greeting without abilities is one of a server without voice and picture. */
function connect(dialogue: string): { socket: SignallingSocket; hello: Promise<{ rtpCapabilities: unknown } | null> } {
  const nobody = () => {};
  let greet: (hello: { rtpCapabilities: unknown } | null) => void = nobody;
  const hello = new Promise<{ rtpCapabilities: unknown } | null>(resolve => {
    greet = resolve;
    deviceClock.after(patience, () => resolve(null));
  });
  const heard: SignallingHandlers = {
    router: said => greet({ rtpCapabilities: said?.rtpCapabilities ?? null }),
    consumer: nobody,
    consumerPaused: nobody,
    consumerClosed: nobody,
    participants: nobody,
    activeSpeakers: nobody,
    videoCodec: () => undefined,
    maxLayer: nobody,
    producerStopped: nobody,
    replaced: nobody,
    disconnected: nobody,
  };
  // Apart from what the tab does otherwise: a trial disturbs nothing, and its way is tried from the start.
  return { socket: openSignallingSocket(openConnection(), dialogue, heard), hello };
}

async function load(rtpCapabilities: unknown): Promise<types.Device | null> {
  if (rtpCapabilities === null) return null;
  try {
    const { createDevice } = await import('../connection/mediasoup-device.ts');
    const device = await createDevice();
    await device.load({ routerRtpCapabilities: rtpCapabilities as types.RtpCapabilities });
    return device;
  } catch {
    // A browser without voice and picture.
    return null;
  }
}

async function tryWay(
  way: (typeof ways)[number],
  socket: SignallingSocket,
  device: types.Device | null,
  signal: AbortSignal,
): Promise<PathResult> {
  if (!device) return 'fails';
  return probePath(way, { socket, device, clock: deviceClock, openSilence, signal }).catch(() => 'fails' as const);
}

/** The shortest of some round trips: what it takes without what else is under way. */
async function delayOf(socket: SignallingSocket): Promise<number | null> {
  const delays: number[] = [];
  for (let tries = 3; tries > 0; tries -= 1) {
    const from = performance.now();
    // Whatever the answer is, it has come all the way.
    const answer = await socket.request('networkQuality', { quality: 'good' }).catch(() => null);
    if (answer) delays.push(performance.now() - from);
  }
  return delays.length > 0 ? Math.min(...delays) : null;
}

function openSilence(): { track: MediaStreamTrack; close(): void } {
  const context = new AudioContext();
  const output = context.createMediaStreamDestination();
  const [track] = output.stream.getAudioTracks();
  if (!track) throw new Error('no sound');
  return {
    track,
    close() {
      track.stop();
      void context.close();
    },
  };
}
