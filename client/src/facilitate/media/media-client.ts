import { createStore, type StoreApi } from 'zustand/vanilla';
import type { PageEvent } from '../../platform/page-events.ts';
import { tellLine } from '../../platform/thin-line.ts';
import type { MediaConnectionPorts } from './connection/link.ts';
import { openMediaConnection } from './connection/media-connection.ts';
import type { DeviceKind } from './devices/device-choice.ts';
import { type LocalMediaPorts, openLocalMedia } from './local/local-media.ts';
import { adapt, type MediaParts, ownerOf, pageEvent } from './media-parts.ts';
import type { MediaActions, MediaView } from './media-state.ts';
import { openQualityControl, type QualityControlPorts } from './quality/quality-control.ts';
import { openQualityReport } from './quality/quality-report.ts';
import { openStatsMonitor } from './quality/stats-monitor.ts';
import { openFollowedSpeech } from './receiving/followed-speech.ts';
import { openRemoteStreams } from './receiving/remote-streams.ts';
import { openShownVideos } from './receiving/shown-videos.ts';

/** What a media client needs of the browser and of this device. */
export type MediaPorts = MediaConnectionPorts &
  Omit<LocalMediaPorts, 'changed'> & {
    recallQuality: QualityControlPorts['recall'];
    rememberQuality: QualityControlPorts['remember'];
    rememberDevice(kind: DeviceKind, id: string): void;
    /** Passes on what happens to the page; returns how to stop. */
    followPage(handler: (event: PageEvent) => void): () => void;
  };

/** The media of one dialogue: actions, and a store of what is so. */
export type MediaClient = MediaActions & {
  store: StoreApi<MediaView>;
  /** To be called when this person comes into another room: what the lobby refused is tried again. */
  roomChanged(): void;
};

const initial: MediaView = {
  status: 'off',
  streams: new Map(),
  participants: new Map(),
  activeSpeakers: [],
  speech: null,
  microphone: 'off',
  camera: 'off',
  screen: 'off',
  localVideo: null,
  localScreen: null,
  quality: { network: 'good', rung: 'everything', chosen: 'auto' },
  data: { bytes: 0, perHour: null },
};

/** Makes a client that takes part in audio and video, and goes on after lost connections, replaced workers and changes of network. */
export function openMediaClient(ports: MediaPorts): MediaClient {
  const parts = openParts(ports);
  const { store, connection, local, shown, quality, monitor } = parts;
  /** The session that it takes part in, and how to stop following the page. */
  let current: { session: string; stopFollowing(): void } | null = null;

  return {
    store,
    join(session, by = 'sound') {
      const isOther = parts.by !== by;
      parts.by = by;
      // A client that was connected ahead did not know yet how its person takes part.
      quality.begin();
      if (current?.session === session && !isOther) return;
      // Another way to take part is another place in the session.
      if (isOther) connection.close();
      const stopFollowing = current?.stopFollowing ?? ports.followPage(event => pageEvent(parts, event));
      if (!current) monitor.begin();
      current = { session, stopFollowing };
      connection.open();
    },
    leave() {
      current?.stopFollowing();
      current = null;
      connection.close();
      local.allOff();
    },
    toggleMicrophone: local.toggleMicrophone,
    toggleCamera: local.toggleCamera,
    talk: local.talk,
    startScreen: local.startScreen,
    stopScreen: local.stopScreen,
    showVideos: shown.show,
    lookAtScreen(person) {
      parts.still = person;
      adapt(parts);
    },
    followSpeech: parts.speech.follow,
    chooseQuality: quality.choose,
    async useDevice(kind, id) {
      ports.rememberDevice(kind, id);
      if (kind !== 'speaker') await local.change(kind);
    },
    takeOver: connection.takeOver,
    roomChanged() {
      local.retry();
      connection.permissionsChanged();
    },
  };
}

function openParts(ports: MediaPorts): MediaParts {
  const store = createStore<MediaView>(() => initial);
  const connection = openMediaConnection(
    ports,
    ownerOf(() => parts),
  );
  const local = openLocalMedia({ ...ports, changed: () => store.setState(local.state()) });
  const quality = openQualityControl({
    recall: ports.recallQuality,
    remember: ports.rememberQuality,
    changed() {
      tellLine(quality.state().rung === 'audio-only');
      adapt(parts);
    },
  });
  const parts: MediaParts = {
    store,
    connection,
    local,
    quality,
    remote: openRemoteStreams(streams => store.setState({ streams })),
    speech: openFollowedSpeech(speech => store.setState({ speech })),
    shown: openShownVideos(ports.clock),
    report: openQualityReport({
      current: () => quality.state().network,
      send: async network => (await connection.request('networkQuality', { quality: network })).ok,
    }),
    monitor: openStatsMonitor({
      clock: ports.clock,
      signallingBytes: () => connection.traffic().bytes,
      read: connection.read,
      sampled(sample) {
        // While a connection is being found again, only its absence could be measured.
        if (store.getState().status === 'on') quality.observe(sample);
      },
      used: data => store.setState({ data }),
    }),
    isHidden: false,
    by: 'sound',
    still: null,
  };
  return parts;
}
