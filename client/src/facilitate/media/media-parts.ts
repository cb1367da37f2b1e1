import type {
  ConsumerInfo,
  MediaEvents,
  ParticipantMedia,
  TakesPartBy,
} from '@multaqa/shared/facilitate/media/signalling';
import type { StoreApi } from 'zustand/vanilla';
import type { PageEvent } from '../../platform/page-events.ts';
import { background } from '../../platform/report-fault.ts';
import { disconnectErrors } from './connection/disconnect-errors.ts';
import type { MediaConnectionOwner } from './connection/link.ts';
import type { MediaConnection } from './connection/media-connection.ts';
import type { MediaTransports } from './connection/transports.ts';
import type { LocalMedia } from './local/local-media.ts';
import type { MediaStatus, MediaView } from './media-state.ts';
import type { QualityControl } from './quality/quality-control.ts';
import type { QualityReport } from './quality/quality-report.ts';
import type { StatsMonitor } from './quality/stats-monitor.ts';
import type { FollowedSpeech } from './receiving/followed-speech.ts';
import type { RemoteStreams } from './receiving/remote-streams.ts';
import type { ShownVideos } from './receiving/shown-videos.ts';

/** What a media client is made of. Nothing of it knows the others: the functions below pass on what concerns them. */
export type MediaParts = {
  readonly store: StoreApi<MediaView>;
  readonly connection: MediaConnection;
  readonly local: LocalMedia;
  readonly remote: RemoteStreams;
  readonly speech: FollowedSpeech;
  readonly shown: ShownVideos;
  readonly quality: QualityControl;
  readonly report: QualityReport;
  readonly monitor: StatsMonitor;
  isHidden: boolean;
  /** How this device takes part, and whose screen it asks for where that is by text. */
  by: TakesPartBy;
  still: string | null;
};

/** What the owner of the connection does, for the parts that `parts` returns once they exist. */
export const ownerOf = (parts: () => MediaParts): MediaConnectionOwner => ({
  handlers: handlersOf(parts),
  changed: status => showStatus(parts(), status),
  takesPartBy: () => parts().by,
  networkQuality: () => parts().quality.state().network,
  attached: transports => attach(parts(), transports),
  returned: (transports, consumers) => goOn(parts(), transports, consumers),
});

const handlersOf = (parts: () => MediaParts): Omit<MediaEvents, 'router' | 'replaced'> => ({
  consumers: change => parts().remote.change(change),
  consumerPaused: ({ consumer, paused }) => parts().remote.pause(consumer, paused),
  participants({ all, people }) {
    const { store } = parts();
    store.setState({ participants: mergedParticipants(all ? new Map() : store.getState().participants, people) });
  },
  activeSpeakers: activeSpeakers => parts().store.setState({ activeSpeakers }),
  speech: change => parts().speech.take(change),
  videoCodec: ({ codec }) => parts().local.useCodec(codec),
  maxLayer: ({ layer }) => parts().local.limitCamera(layer),
  producerStopped: ({ source }) => parts().local.stopped(source),
});

/** The participants after a change; null in it means that somebody has gone. */
export function mergedParticipants(
  before: ReadonlyMap<string, ParticipantMedia>,
  change: Readonly<Record<string, ParticipantMedia | null>>,
): ReadonlyMap<string, ParticipantMedia> {
  const participants = new Map(before);
  for (const [person, media] of Object.entries(change)) {
    if (media) participants.set(person, media);
    else participants.delete(person);
  }
  return participants;
}

/** Does what the quality allows by now. */
export function adapt(parts: MediaParts): void {
  const { store, quality, local, shown, report } = parts;
  const state = quality.state();
  store.setState({ quality: state });
  local.adapt({ rung: state.rung, speech: quality.speech(), camera: quality.camera() });
  shown.adapt(circumstancesOf(parts));
  report.update();
}

/** What may be shown now: who takes part by text is sent no video but the screen that they ask for. */
const circumstancesOf = ({ quality, by, still, isHidden }: MediaParts): Parameters<ShownVideos['adapt']>[0] => ({
  rung: by === 'text' ? 'audio-only' : quality.state().rung,
  isHidden,
  still: by === 'text' ? still : null,
});

/** Passes on what happens to the page. */
export function pageEvent(parts: MediaParts, event: PageEvent): void {
  const { connection, local, shown, monitor } = parts;
  switch (event) {
    case 'network':
      connection.networkChanged();
      break;
    case 'devices':
      local.retry();
      break;
    case 'shown':
    case 'hidden':
      parts.isHidden = event === 'hidden';
      shown.adapt(circumstancesOf(parts));
      if (!parts.isHidden) connection.wake();
      monitor.look();
  }
}

function showStatus({ store, local, by }: MediaParts, connection: MediaStatus): void {
  const status = by === 'text' ? statusByText(connection) : connection;
  const goesOn = ['on', 'reading', 'reconnecting', 'connecting'].includes(status);
  store.setState(goesOn ? { status } : { status, participants: new Map(), activeSpeakers: [] });
  // Another device of this person speaks now.
  if (status === 'elsewhere' || status === 'replaced') local.allOff();
}

// Without a connection for them they read all the same, and another device of theirs is the one that is heard.
const statusByText = (connection: MediaStatus): MediaStatus =>
  ['on', 'reconnecting', 'connecting'].includes(connection) ? 'reading' : 'off';

function attach(parts: MediaParts, transports: MediaTransports | null) {
  const { connection, local, remote, speech, shown, report, monitor } = parts;
  if (transports) remote.attach(transports);
  else remote.clear();
  report.joined();
  local.attach(transports);
  speech.attach(transports && followOver(connection));
  shown.attach(transports && showOver(connection));
  monitor.attach(transports);
}

function goOn(parts: MediaParts, transports: MediaTransports, consumers: readonly ConsumerInfo[]): void {
  const { connection, local, remote, shown, report, monitor } = parts;
  remote.reconcile(consumers);
  background(transports.closePending(), 'media-close', ...disconnectErrors);
  monitor.settle();
  local.recheck();
  shown.attach(showOver(connection));
  report.update();
}

const followOver = (connection: MediaConnection) => (on: boolean) => connection.request('overview', { on });

const showOver =
  (connection: MediaConnection): NonNullable<Parameters<ShownVideos['attach']>[0]> =>
  async videos =>
    (await connection.request('show', { videos })).ok;
