import type { types } from 'mediasoup-client';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { newId } from '../../platform/ids.ts';
import type { MediaHeard, MediaLine } from '../../platform/media-line.ts';
import { openIncoming } from './incoming.ts';
import { joinMedia, type MediaSession } from './media-session.ts';
import type { Media, MediaStatus } from './media-state.ts';
import { openOwnDevice } from './own-device.ts';

export type MediaPorts = {
  openLine(heard: MediaHeard): MediaLine;
  /** Loaded when somebody joins: who only writes needs none of it. Rejects in browsers without WebRTC. */
  loadDevice(): Promise<types.Device>;
  capture(source: 'microphone' | 'camera'): Promise<MediaStreamTrack>;
  delay(ms: number): Promise<void>;
};

type Actions = {
  [Name in keyof Media as Media[Name] extends (...input: never[]) => unknown ? Name : never]: Media[Name];
};
export type MediaView = Omit<Media, keyof Actions>;

export type MediaClient = Actions & {
  store: StoreApi<MediaView>;
  /** To be called when this person was seated elsewhere: what the lobby refused is tried again. */
  seated(): void;
};

const pauseBeforeRetry = 1_000;

const nothing: MediaView = {
  status: 'off',
  streams: new Map(),
  company: new Map(),
  speaking: [],
  microphone: 'off',
  camera: 'off',
  screen: 'off',
  selfVideo: null,
  selfScreen: null,
  line: { quality: 'good', rung: 'everything', chosen: 'auto' },
  data: { bytes: 0, perHour: null },
};

/** Takes part in voice and picture, and goes on after lost connections, replaced workers and changes of network. */
export function openMediaClient(ports: MediaPorts): MediaClient {
  const store = createStore<MediaView>(() => nothing);
  let line: MediaLine | null = null;
  let session: string | null = null;
  let abilities: unknown = null;
  let current: MediaSession | null = null;
  const ownId = newId();
  /** Counts attempts, so that what comes late from an earlier one is recognised. */
  let attempt = 0;

  const drawOwn = () =>
    store.setState({ microphone: microphone.state(), camera: camera.state(), selfVideo: camera.track() });
  const microphone = openOwnDevice('microphone', { capture: ports.capture, changed: drawOwn });
  const camera = openOwnDevice('camera', { capture: ports.capture, changed: drawOwn });
  const own = [microphone, camera];
  const incoming = openIncoming(streams => store.setState({ streams }));

  const heard: MediaHeard = {
    hello(hello) {
      abilities = hello?.rtpCapabilities ?? null;
      if (store.getState().status === 'replaced') return;
      if (abilities) void connect();
      else disconnect('unavailable');
    },
    stream: incoming.announce,
    paused: ({ consumer, paused }) => incoming.pause(consumer, paused),
    ended: ({ consumer }) => incoming.end(consumer),
    company({ all, people }) {
      const company = new Map(all ? [] : store.getState().company);
      for (const [person, seen] of Object.entries(people)) {
        if (seen) company.set(person, seen);
        else company.delete(person);
      }
      store.setState({ company });
    },
    demand() {},
    stopped() {},
    speaking: people => store.setState({ speaking: people }),
    replaced() {
      disconnect('replaced');
      for (const device of own) device.want(false);
    },
    down() {
      abilities = null;
      if (store.getState().status !== 'replaced') disconnect('connecting');
    },
  };

  function disconnect(status: MediaStatus): void {
    attempt += 1;
    current?.close();
    current = null;
    for (const device of own) device.attach(null);
    incoming.clear();
    store.setState({ status, speaking: [] });
  }

  async function connect(): Promise<void> {
    disconnect('connecting');
    const mine = attempt;
    if (!line || !abilities) return;
    const device = await ports.loadDevice().catch(() => null);
    if (mine !== attempt) return;
    if (!device) return disconnect('unavailable');
    const joined = await joinMedia(
      device,
      line,
      { rtpCapabilities: abilities, device: ownId, takeOver: false, line: 'good' },
      () => {
        if (mine === attempt) void connect();
      },
    ).catch(() => null);
    if (mine !== attempt) return joined?.close();
    if (!joined) return retryAfter(mine);
    current = joined;
    incoming.attach(joined);
    for (const device of own) device.attach(joined.send);
    store.setState({ status: 'on' });
  }

  async function retryAfter(mine: number): Promise<void> {
    await ports.delay(pauseBeforeRetry);
    if (mine === attempt) await connect();
  }

  const toggle = (device: typeof microphone) => device.want(device.state() !== 'on');

  return {
    store,
    join(next) {
      if (session === next) return;
      session = next;
      if (line) void connect();
      else {
        store.setState({ status: 'connecting' });
        line = ports.openLine(heard);
      }
    },
    leave() {
      session = null;
      disconnect('off');
      for (const device of own) device.want(false);
      line?.close();
      line = null;
      abilities = null;
    },
    toggleMicrophone: () => toggle(microphone),
    toggleCamera: () => toggle(camera),
    talk() {},
    startScreen: async () => false,
    stopScreen() {},
    watch() {},
    chooseLine(chosen) {
      store.setState(({ line }) => ({ line: { ...line, chosen } }));
    },
    async useDevice() {},
    useHere: () => void connect(),
    seated() {
      if (current) for (const device of own) device.retry();
      else if (store.getState().status === 'connecting') void connect();
    },
  };
}
