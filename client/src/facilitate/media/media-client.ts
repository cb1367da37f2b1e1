import { createStore, type StoreApi } from 'zustand/vanilla';
import type { PageEvent } from '../../platform/page-events.ts';
import { reportFault } from '../../platform/report-fault.ts';
import type { MediaConnectionPorts } from './connection/link.ts';
import { openMediaConnection } from './connection/media-connection.ts';
import type { DeviceKind } from './devices/device-choice.ts';
import { type LocalMediaPorts, openLocalMedia } from './local/local-media.ts';
import type { Media, MediaStatus } from './media-state.ts';
import { openQualityControl, type QualityControlPorts } from './quality/quality-control.ts';
import { openStatsMonitor } from './quality/stats-monitor.ts';
import { openRemoteStreams } from './receiving/remote-streams.ts';
import { openShownVideos } from './receiving/shown-videos.ts';

export type MediaPorts = MediaConnectionPorts &
  Omit<LocalMediaPorts, 'changed'> & {
    recallQuality: QualityControlPorts['recall'];
    rememberQuality: QualityControlPorts['remember'];
    rememberDevice(kind: DeviceKind, id: string): void;
    followPage(tell: (event: PageEvent) => void): () => void;
  };

type Actions = {
  [Name in keyof Media as Media[Name] extends (...input: never[]) => unknown ? Name : never]: Media[Name];
};
export type MediaView = Omit<Media, keyof Actions>;

export type MediaClient = Actions & {
  store: StoreApi<MediaView>;
  /** To be called when this person was seated elsewhere: what the lobby refused is tried again. */
  roomChanged(): void;
};

const nothing: MediaView = {
  status: 'off',
  streams: new Map(),
  participants: new Map(),
  activeSpeakers: [],
  microphone: 'off',
  camera: 'off',
  screen: 'off',
  localVideo: null,
  localScreen: null,
  quality: { network: 'good', rung: 'everything', chosen: 'auto' },
  data: { bytes: 0, perHour: null },
};

/** Takes part in voice and picture, and goes on after lost connections, replaced workers and changes of network. */
export function openMediaClient(ports: MediaPorts): MediaClient {
  const store = createStore<MediaView>(() => nothing);
  let session: string | null = null;
  let isHidden = false;
  /** What the server knows of this line. */
  let told: MediaView['quality']['network'] = 'good';
  let stopFollowing = () => {};

  const incoming = openRemoteStreams(streams => store.setState({ streams }));
  const own = openLocalMedia({ ...ports, changed: () => store.setState(own.state()) });
  const watching = openShownVideos(ports.clock);
  const quality = openQualityControl({ recall: ports.recallQuality, remember: ports.rememberQuality, changed: adapt });
  const measuring = openStatsMonitor({
    clock: ports.clock,
    carried: () => seat.traffic().bytes,
    read: reading => seat.read(reading),
    // While a connection is being found again nothing is measured but its absence.
    sampled: sample => store.getState().status === 'on' && quality.observe(sample),
    used: data => store.setState({ data }),
  });

  const seat = openMediaConnection(ports, {
    handlers: {
      consumer: incoming.announce,
      consumerPaused: ({ consumer, paused }) => incoming.pause(consumer, paused),
      consumerClosed: ({ consumer }) => incoming.end(consumer),
      participants({ all, people }) {
        const participants = new Map(all ? [] : store.getState().participants);
        for (const [person, seen] of Object.entries(people)) {
          if (seen) participants.set(person, seen);
          else participants.delete(person);
        }
        store.setState({ participants });
      },
      activeSpeakers: people => store.setState({ activeSpeakers: people }),
      videoCodec: ({ codec }) => own.encode(codec),
      maxLayer: ({ layer }) => own.demand(layer),
      producerStopped: ({ source }) => own.stopped(source),
    },
    changed: drawStatus,
    networkQuality: () => quality.state().network,
    attached(next) {
      if (next) incoming.attach(next);
      else incoming.clear();
      told = quality.state().network;
      own.attach(next);
      watching.attach(next && tellPictures);
      measuring.attach(next);
    },
    returned(same, streams) {
      incoming.reconcile(streams);
      void same.closePending().catch(reportFault('media-stop', 'InvalidStateError'));
      measuring.settle();
      own.recheck();
      watching.attach(tellPictures);
      tellNetwork();
    },
  });

  const tellPictures: Parameters<typeof watching.attach>[0] = async videos =>
    (await seat.request('show', { videos })).ok;

  function tellNetwork(): void {
    const { network } = quality.state();
    if (network === told) return;
    // What cannot be told now is told when the line is back.
    seat.request('networkQuality', { quality: network }).then(
      ({ ok }) => {
        if (ok) told = network;
      },
      reportFault('media-line', 'InvalidStateError'),
    );
  }

  function adapt(): void {
    const state = quality.state();
    store.setState({ quality: state });
    own.adapt({ rung: state.rung, speech: quality.speech() });
    watching.adapt({ rung: state.rung, isHidden });
    tellNetwork();
  }

  function drawStatus(status: MediaStatus): void {
    const goesOn = status === 'on' || status === 'reconnecting' || status === 'connecting';
    store.setState(goesOn ? { status } : { status, participants: new Map(), activeSpeakers: [] });
    // Another device has the seat and the voice.
    if (status === 'elsewhere' || status === 'replaced') own.allOff();
  }

  function hear(event: PageEvent): void {
    if (event === 'network') seat.networkChanged();
    else if (event === 'devices') own.retry();
    else {
      isHidden = event === 'hidden';
      watching.adapt({ rung: quality.state().rung, isHidden });
      if (!isHidden) seat.wake();
      measuring.look();
    }
  }

  return {
    store,
    join(next) {
      // Who was connected ahead has chosen meanwhile how to take part.
      quality.begin();
      if (session === next) return;
      if (session === null) {
        stopFollowing = ports.followPage(hear);
        measuring.begin();
      }
      session = next;
      seat.open();
    },
    leave() {
      session = null;
      stopFollowing();
      stopFollowing = () => {};
      seat.close();
      own.allOff();
    },
    toggleMicrophone: own.toggleMicrophone,
    toggleCamera() {
      quality.wantVideo();
      own.toggleCamera();
    },
    talk: own.talk,
    startScreen: own.startScreen,
    stopScreen: own.stopScreen,
    showVideos: watching.show,
    chooseQuality: quality.choose,
    async useDevice(kind, id) {
      ports.rememberDevice(kind, id);
      if (kind !== 'speaker') await own.change(kind);
    },
    takeOver: seat.takeOver,
    roomChanged() {
      own.retry();
      seat.permissionsChanged();
    },
  };
}
