import { createStore, type StoreApi } from 'zustand/vanilla';
import type { PageEvent } from '../../platform/page-events.ts';
import { reportFault } from '../../platform/report-fault.ts';
import type { DeviceKind } from './device-choice.ts';
import { openIncoming } from './incoming.ts';
import { openMeasuring } from './measuring.ts';
import type { Media, MediaStatus } from './media-state.ts';
import { type OwnPorts, openOwn } from './own.ts';
import { openQuality, type QualityPorts } from './quality.ts';
import { openSeat, type SeatPorts } from './seat.ts';
import { openWatching } from './watching.ts';

export type MediaPorts = SeatPorts &
  Omit<OwnPorts, 'changed'> & {
    recallLine: QualityPorts['recall'];
    rememberLine: QualityPorts['remember'];
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
  seated(): void;
};

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
  let session: string | null = null;
  let isHidden = false;
  /** What the server knows of this line. */
  let told: MediaView['line']['quality'] = 'good';
  let stopFollowing = () => {};

  const incoming = openIncoming(streams => store.setState({ streams }));
  const own = openOwn({ ...ports, changed: () => store.setState(own.shown()) });
  const watching = openWatching(ports.clock);
  const quality = openQuality({ recall: ports.recallLine, remember: ports.rememberLine, changed: adapt });
  const measuring = openMeasuring({
    clock: ports.clock,
    carried: () => seat.carried().bytes,
    read: reading => seat.read(reading),
    // While a connection is being found again nothing is measured but its absence.
    sampled: sample => store.getState().status === 'on' && quality.observe(sample),
    used: data => store.setState({ data }),
  });

  const seat = openSeat(ports, {
    heard: {
      consumer: incoming.announce,
      consumerPaused: ({ consumer, paused }) => incoming.pause(consumer, paused),
      consumerClosed: ({ consumer }) => incoming.end(consumer),
      participants({ all, people }) {
        const company = new Map(all ? [] : store.getState().company);
        for (const [person, seen] of Object.entries(people)) {
          if (seen) company.set(person, seen);
          else company.delete(person);
        }
        store.setState({ company });
      },
      activeSpeakers: people => store.setState({ speaking: people }),
      videoCodec: ({ codec }) => own.encode(codec),
      maxLayer: ({ layer }) => own.demand(layer),
      producerStopped: ({ source }) => own.stopped(source),
    },
    changed: drawStatus,
    line: () => quality.line().quality,
    attached(next) {
      if (next) incoming.attach(next);
      else incoming.clear();
      told = quality.line().quality;
      own.attach(next);
      watching.attach(next && tellPictures);
      measuring.attach(next);
    },
    returned(same, streams) {
      incoming.reconcile(streams);
      void same.stopLeft().catch(reportFault('media-stop', 'InvalidStateError'));
      measuring.settle();
      own.recheck();
      watching.attach(tellPictures);
      tellLine();
    },
  });

  const tellPictures: Parameters<typeof watching.attach>[0] = async videos =>
    (await seat.request('show', { videos })).ok;

  function tellLine(): void {
    const { quality: line } = quality.line();
    if (line === told) return;
    // What cannot be told now is told when the line is back.
    seat.request('networkQuality', { quality: line }).then(
      ({ ok }) => {
        if (ok) told = line;
      },
      reportFault('media-line', 'InvalidStateError'),
    );
  }

  function adapt(): void {
    const line = quality.line();
    store.setState({ line });
    own.adapt({ rung: line.rung, speech: quality.speech() });
    watching.adapt({ rung: line.rung, isHidden });
    tellLine();
  }

  function drawStatus(status: MediaStatus): void {
    const goesOn = status === 'on' || status === 'reconnecting' || status === 'connecting';
    store.setState(goesOn ? { status } : { status, company: new Map(), speaking: [] });
    // Another device has the seat and the voice.
    if (status === 'elsewhere' || status === 'replaced') own.allOff();
  }

  function hear(event: PageEvent): void {
    if (event === 'network') seat.networkChanged();
    else if (event === 'devices') own.retry();
    else {
      isHidden = event === 'hidden';
      watching.adapt({ rung: quality.line().rung, isHidden });
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
      quality.wantPictures();
      own.toggleCamera();
    },
    talk: own.talk,
    startScreen: own.startScreen,
    stopScreen: own.stopScreen,
    watch: watching.watch,
    chooseLine: quality.choose,
    async useDevice(kind, id) {
      ports.rememberDevice(kind, id);
      if (kind !== 'speaker') await own.change(kind);
    },
    useHere: seat.useHere,
    seated() {
      own.retry();
      seat.seated();
    },
  };
}
