import type { Clock } from '../../platform/clock.ts';
import type { Logger } from '../../platform/logger.ts';
import type { MediaSession } from './session/media-session.ts';
import { type MediaSessions, type MediaSessionsPorts, openMediaSessions } from './session/media-sessions.ts';
import type { Participant } from './session/participant.ts';
import { attempt, guardPeer } from './signalling/guard.ts';
import type { SignallingPeer } from './signalling/peer.ts';
import {
  openSignallingConnection,
  type SignallingConnection,
  type SignallingConnectionPorts,
} from './signalling/signalling-connection.ts';
import type { Turn } from './signalling/turn.ts';
import { openSpeakerDetection } from './speakers/speaker-detection.ts';
import { openWorkers, type WorkerOptions } from './workers/workers.ts';

/** Audio and video of all sessions on this node. */
export type Media = {
  /** Begins signalling with a peer; nothing is forwarded before it asks to `join`. */
  connect(peer: SignallingPeer): SignallingConnection;
  /**
   * To be called in the same turn in which seats, roles or hosts' decisions of a dialogue have changed: when it returns,
   * nobody receives what they may no longer receive.
   */
  policyChanged(dialogue: string): void;
  /** Ends everything that a revoked sign-in or account let in, also what is disconnected for a moment. */
  shut(door: string): void;
  figures(): MediaFigures;
  /** The process ids of the workers that run. */
  workerPids(): number[];
  close(): void;
};

/** Numbers of this node now, and since its start where they count what has happened. */
export type MediaFigures = {
  /** Media sessions that are open. */
  sessions: number;
  participants: number;
  /** Participants whose connection broke a moment ago. */
  disconnected: number;
  /** WebRTC transports of participants: one to send and one to receive each. */
  transports: number;
  producers: number;
  consumers: number;
  /** Worker processes that run. */
  workers: number;
  workerDeaths: number;
  /** How often the thread that detects speakers has ended by itself. */
  detectionDeaths: number;
  /** How often a consumer was not what the policy says although nothing had changed; each one is a defect. */
  reconcileDifferences: number;
};

/** What the media server needs. */
export type MediaOptions = Omit<WorkerOptions, 'workersChanged'> & {
  clock: Clock;
  logger: Logger;
  turn: Turn | null;
  participantsPerRouter: number;
  seatTimeout: number;
  spoke: MediaSessionsPorts['spoke'];
};

/** ms between checks. */
const checkInterval = 1_000;
/** How many participants are checked against the policy each time, in turn: the cost does not grow with the sessions. */
const participantsPerCheck = 20;

/** Opens the media server; null when no worker starts, and then everything but audio and video works. */
export async function openMedia({ turn, ...options }: MediaOptions): Promise<Media | null> {
  const { clock, logger } = options;
  const connections = new Set<SignallingConnection>();
  const workers = await openWorkers({
    ...options,
    workersChanged() {
      for (const connection of connections) connection.announceRouter();
    },
  });
  if (!workers) return null;
  const detection = openSpeakerDetection({ clock, logger });
  const { participantsPerRouter, seatTimeout, videoCodecs, spoke } = options;
  const sessions = openMediaSessions(workers, { clock, logger, detection, participantsPerRouter, videoCodecs, spoke });
  const { rtpCapabilities, probeRouter } = workers;
  const ports: SignallingConnectionPorts = {
    sessions,
    clock,
    logger,
    turn,
    rtpCapabilities,
    probeRouter,
    seatTimeout,
  };

  const checks = checkRegularly(sessions, options);

  return {
    connect(peer) {
      const connection = openSignallingConnection(guardPeer(peer, logger), ports, () => connections.delete(connection));
      connections.add(connection);
      connection.announceRouter();
      return connection;
    },
    policyChanged(dialogue) {
      for (const mediaSession of sessions.all(dialogue))
        attempt(logger, failed, () => mediaSession.policyChanged(), undefined);
      for (const connection of connections) if (connection.peer.dialogue === dialogue) connection.policyChanged();
    },
    shut(door) {
      for (const mediaSession of sessions.all())
        for (const participant of mediaSession.participants())
          if (participant.peer.doors.includes(door)) mediaSession.leave(participant);
    },
    figures: () => ({
      ...sessionFigures(sessions.all()),
      workers: workers.pids().length,
      workerDeaths: workers.deaths(),
      detectionDeaths: detection.deaths(),
      reconcileDifferences: checks.differences(),
    }),
    workerPids: workers.pids,
    close() {
      checks.cancel();
      for (const connection of [...connections]) connection.close('gone');
      detection.close();
      workers.close();
    },
  };
}

const failed = 'media session failed';

/** Checks some participants of one session each second, and closes the sessions that nobody takes part in. */
function checkRegularly(sessions: MediaSessions, { clock, logger }: Pick<MediaOptions, 'clock' | 'logger'>) {
  let cancel = () => {};
  let round = 0;
  let differences = 0;
  const check = () => {
    const open = sessions.all();
    const mediaSession = open[round % Math.max(1, open.length)];
    round += 1;
    if (mediaSession) differences += attempt(logger, failed, () => mediaSession.check(participantsPerCheck), 0);
    attempt(logger, 'closing empty media sessions failed', () => sessions.closeEmpty(), undefined);
    cancel = clock.at(clock.now() + checkInterval, check);
  };
  check();
  return { differences: () => differences, cancel: () => cancel() };
}

/** What the open sessions hold together. */
function sessionFigures(sessions: readonly MediaSession[]) {
  const participants = sessions.flatMap(mediaSession => mediaSession.participants());
  const sum = (count: (participant: Participant) => number) =>
    participants.reduce((total, participant) => total + count(participant), 0);
  return {
    sessions: sessions.length,
    participants: participants.length,
    disconnected: sum(({ disconnectedAt }) => (disconnectedAt === null ? 0 : 1)),
    transports: sum(({ send, receive }) => [send, receive].filter(({ closed }) => !closed).length),
    producers: sum(({ producers }) => [...producers.values()].filter(({ closed }) => !closed).length),
    consumers: sum(({ consumers }) => consumers.size),
  };
}
