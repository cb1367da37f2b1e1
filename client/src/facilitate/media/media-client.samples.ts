import type { RequestName, Stream, StreamSource } from '@multaqa/shared/facilitate/media/signalling';
import { Device, type types } from 'mediasoup-client';
import {
  generateLocalDtlsParameters,
  generateNativeRtpCapabilities,
  generateRouterRtpCapabilities,
  generateTransportRemoteParameters,
} from 'mediasoup-client/fakeParameters';
import { FakeHandler } from 'mediasoup-client/handlers/FakeHandler';
import { expect } from 'vitest';
import type { MediaHeard, MediaLine } from '../../platform/media-line.ts';
import { openMediaClient } from './media-client.ts';

export const session = 'eeeeeeee-0000-4000-8000-000000000002';

/** A client before a server that the test plays: `asked` is what it heard, `refusals` what it answers no to. */
export function open() {
  const asked: { name: RequestName; input: Record<string, unknown> }[] = [];
  const refusals = new Map<RequestName, string>();
  const tracks: FakeTrack[] = [];
  const lines: { isOpen: boolean; heard: MediaHeard }[] = [];
  const denied = new Set<StreamSource>();
  const pauses: (() => void)[] = [];
  const replies: Record<RequestName, () => unknown> = {
    join: () => ({ send: transport(), receive: transport(), iceServers: [] }),
    connect: () => null,
    produce: () => ({ producer: `producer-${asked.length}` }),
    pause: () => null,
    stop: () => null,
    resume: () => null,
    return: () => ({ send: transport().iceParameters, receive: transport().iceParameters, streams: [] }),
    restart: () => ({ iceParameters: transport().iceParameters }),
    watch: () => null,
    line: () => null,
    probe: () => ({ transport: transport(), iceServers: [] }),
    'probe-connect': () => null,
  };
  const client = openMediaClient({
    openLine(heard) {
      const line = { isOpen: true, heard };
      lines.push(line);
      return {
        async request(name: RequestName, input: Record<string, unknown>) {
          asked.push({ name, input });
          const refusal = refusals.get(name);
          return refusal ? { ok: false, refusal } : { ok: true, reply: replies[name]() };
        },
        close() {
          line.isOpen = false;
        },
      } as MediaLine;
    },
    async loadDevice() {
      const handler = { generateNativeRtpCapabilities, generateLocalDtlsParameters };
      return new Device({ handlerFactory: FakeHandler.createFactory(handler) });
    },
    async capture(source) {
      if (denied.has(source)) throw new DOMException('no', 'NotAllowedError');
      const track = new FakeTrack(source === 'camera' ? 'video' : 'audio');
      tracks.push(track);
      return track as unknown as MediaStreamTrack;
    },
    delay: () => new Promise(resolve => pauses.push(resolve)),
  });
  return {
    client,
    asked,
    refusals,
    tracks,
    lines,
    denied,
    view: () => client.store.getState(),
    server: () => {
      const heard = lines.at(-1)?.heard;
      if (!heard) throw new Error('nobody has connected');
      return heard;
    },
    names: () => asked.map(({ name }) => name),
    /** Lets the pause before the next attempt end. */
    wait: () => pauses.shift()?.(),
  };
}

class FakeTrack extends EventTarget {
  readonly id = crypto.randomUUID();
  readyState = 'live';
  enabled = true;
  muted = false;
  readonly kind: string;
  constructor(kind: string) {
    super();
    this.kind = kind;
  }
  stop() {
    this.readyState = 'ended';
  }
  /** What the browser does when the device is pulled out. */
  unplug() {
    this.readyState = 'ended';
    this.dispatchEvent(new Event('ended'));
  }
}

const transport = () => generateTransportRemoteParameters();
export const hello = () => ({ rtpCapabilities: generateRouterRtpCapabilities() });

export const streamOf = (person: string, kind: 'audio' | 'video', consumer = `${person}-${kind}`): Stream => ({
  consumer,
  person,
  source: kind === 'audio' ? 'microphone' : 'camera',
  producer: `of-${consumer}`,
  kind,
  rtpParameters: {
    codecs: [kind === 'audio' ? opus : vp8],
    encodings: [{ ssrc: consumer.length }],
    headerExtensions: [],
    rtcp: { cname: consumer },
  } satisfies types.RtpParameters,
  paused: false,
});
const opus = { mimeType: 'audio/opus', payloadType: 100, clockRate: 48_000, channels: 2 };
const vp8 = { mimeType: 'video/VP8', payloadType: 101, clockRate: 90_000 };

/** The same, after it has joined. */
export const joined = async () => {
  const scene = open();
  scene.client.join(session);
  scene.server().hello(hello());
  await expect.poll(() => scene.view().status).toBe('on');
  return scene;
};
