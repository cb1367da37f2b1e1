import type {
  ConsumerInfo,
  MediaRefusal,
  RequestName,
  StreamSource,
} from '@multaqa/shared/facilitate/media/signalling';
import { Device, type types } from 'mediasoup-client';
import {
  generateLocalDtlsParameters,
  generateNativeRtpCapabilities,
  generateRouterRtpCapabilities,
  generateTransportRemoteParameters,
} from 'mediasoup-client/fakeParameters';
import { FakeHandler } from 'mediasoup-client/handlers/FakeHandler';
import { expect } from 'vitest';
import type { PageEvent } from '../../platform/page-events.ts';
import type { SignallingHandlers, SignallingSocket } from '../../platform/signalling-socket.ts';
import { type MediaPorts, openMediaClient } from './media-client.ts';
import { type Connection, connectionOf, FakeTrack, openClock, openGate } from './media-fakes.samples.ts';
import type { QualityState } from './media-state.ts';

export const session = 'eeeeeeee-0000-4000-8000-000000000002';
export const tab = 'dddddddd-0000-4000-8000-000000000009';

type Asked = { name: RequestName; input: Record<string, unknown> };
type Options = { chosen?: QualityState['chosen'] };

/** A client whose server the test plays: `asked` are its requests, `refusals` what is refused. */
export function openTestClient(options: Options = {}) {
  const asked: Asked[] = [];
  const refusals = new Map<RequestName, MediaRefusal>();
  const unanswered = new Set<RequestName>();
  const tracks: FakeTrack[] = [];
  const sockets: {
    isOpen: boolean;
    isUp: boolean;
    connectNows: number;
    reconnects: number;
    handlers: SignallingHandlers;
  }[] = [];
  const denied = new Set<StreamSource>();
  const connections: Connection[] = [];
  const remembered: QualityState['chosen'][] = [];
  const clock = openClock();
  const arriving: ConsumerInfo[] = [];
  const [loading, answering] = [openGate(), openGate()];
  const permission = { given: Promise.resolve() };
  const page = { tell: (_: PageEvent) => {} };
  const replies: Record<RequestName, () => unknown> = {
    join: () => ({ send: transport(), receive: transport(), iceServers: [] }),
    connectTransport: () => null,
    produce: () => ({ producer: `producer-${asked.length}` }),
    pauseProducer: () => null,
    closeProducer: () => null,
    resumeConsumer: () => null,
    rejoin: () => ({ send: ice(), receive: ice(), consumers: [...arriving] }),
    restartIce: () => ({ iceParameters: ice() }),
    show: () => null,
    networkQuality: () => null,
    probe: () => ({ transport: transport(), iceServers: [] }),
    connectProbe: () => null,
    overview: () => null,
  };
  const ports: MediaPorts = {
    openSocket(handlers) {
      const socket = { isOpen: true, isUp: true, connectNows: 0, reconnects: 0, handlers };
      sockets.push(socket);
      return {
        async request(name: RequestName, input: Record<string, unknown>) {
          if (!socket.isUp) throw new DOMException('no connection', 'NetworkError');
          asked.push({ name, input });
          await answering.passed();
          if (unanswered.has(name)) throw new DOMException('no answer', 'TimeoutError');
          const refusal = refusals.get(name);
          return refusal ? { ok: false, refusal } : { ok: true, reply: replies[name]() };
        },
        connectNow() {
          socket.connectNows += 1;
        },
        reconnect() {
          socket.reconnects += 1;
        },
        traffic: () => ({ transport: 'websocket', bytes: 0 }),
        close() {
          socket.isOpen = false;
        },
      } as SignallingSocket;
    },
    async loadDevice() {
      await loading.passed();
      const native = { generateNativeRtpCapabilities, generateLocalDtlsParameters };
      const fake = FakeHandler.createFactory(native);
      const factory = (options: types.HandlerOptions) => {
        const connection = connectionOf(options.direction, fake.factory(options) as FakeHandler);
        connections.push(connection);
        return connection.handler;
      };
      return new Device({ handlerFactory: { ...fake, factory } });
    },
    device: () => tab,
    clock: clock.port,
    async capture(source) {
      await permission.given;
      if (denied.has(source)) throw new DOMException('no', 'NotAllowedError');
      const track = new FakeTrack(source === 'camera' ? 'video' : 'audio');
      tracks.push(track);
      return track.asTrack();
    },
    async captureDisplay() {
      if (denied.has('screen')) throw new DOMException('no', 'NotAllowedError');
      const [video, audio] = [new FakeTrack('video'), new FakeTrack('audio')];
      tracks.push(video, audio);
      return { video: video.asTrack(), audio: audio.asTrack() };
    },
    followPage(tell) {
      page.tell = tell;
      return () => {};
    },
    recallQuality: () => options.chosen ?? null,
    rememberQuality: quality => remembered.push(quality),
    rememberDevice: () => {},
  };
  const client = openMediaClient(ports);
  const current = () => {
    const socket = sockets.at(-1);
    if (!socket) throw new Error('nobody has connected');
    return socket;
  };
  return {
    client,
    asked,
    refusals,
    unanswered,
    tracks,
    sockets,
    denied,
    connections,
    remembered,
    arriving,
    permission,
    loading,
    answering,
    page,
    view: () => client.store.getState(),
    server: () => current().handlers,
    names: () => asked.map(({ name }) => name),
    last: (name: RequestName) => asked.filter(request => request.name === name).at(-1)?.input,
    pass: clock.pass,
    /** The signalling is lost; the transports go on. */
    loseSocket() {
      current().isUp = false;
      current().handlers.disconnected();
    },
    restoreSocket() {
      current().isUp = true;
      current().handlers.router(routerInfo());
    },
    socket: current,
    /** The newest connection of a direction. */
    connection(direction: 'send' | 'recv') {
      const found = connections.filter(one => one.direction === direction).at(-1);
      if (!found) throw new Error('not connected');
      return found;
    },
  };
}

const transport = () => generateTransportRemoteParameters();
const ice = () => transport().iceParameters;
export const routerInfo = () => ({ rtpCapabilities: generateRouterRtpCapabilities() });

export const consumerOf = (person: string, kind: 'audio' | 'video', consumer = `${person}-${kind}`): ConsumerInfo => ({
  consumer,
  person,
  source: kind === 'audio' ? 'microphone' : 'camera',
  way: 'room',
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
export const openJoinedClient = async (options: Options = {}) => {
  const scene = openTestClient(options);
  scene.client.join(session);
  scene.server().router(routerInfo());
  await expect.poll(() => scene.view().status).toBe('on');
  return scene;
};
