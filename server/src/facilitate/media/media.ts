import type { Clock } from '../../platform/clock.ts';
import type { Logger } from '../../platform/logger.ts';
import { openMediaSessions } from './session/media-sessions.ts';
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
  close(): void;
};

/** `workers`: the ids of the processes. `away`: people whose connection broke a moment ago. `differences`: how often streams were not what the policy says although nothing had changed; each one is a defect. */
export type MediaFigures = {
  workers: number[];
  deaths: number;
  /** How often the thread that detects speakers has ended by itself. */
  detectionDeaths: number;
  participants: number;
  disconnected: number;
  consumers: number;
  differences: number;
};

/** What the media server needs. */
export type MediaOptions = Omit<WorkerOptions, 'workersChanged'> & {
  clock: Clock;
  logger: Logger;
  turn: Turn | null;
  participantsPerRouter: number;
  seatTimeout: number;
};

/** ms between checks. */
const checkInterval = 1_000;
/** How many participants are checked against the policy each time, in turn: the cost does not grow with the sessions. */
const participantsPerCheck = 20;

/** Opens the media server; null when no worker starts, and then everything but audio and video works. */
export async function openMedia({ turn: relay, ...options }: MediaOptions): Promise<Media | null> {
  const { clock, logger } = options;
  const connections = new Set<SignallingConnection>();
  let differences = 0;
  const workers = await openWorkers({
    ...options,
    workersChanged() {
      for (const connection of connections) connection.announceRouter();
    },
  });
  if (!workers) return null;
  const detection = openSpeakerDetection({ clock, logger });
  const { participantsPerRouter, videoCodecs } = options;
  const sessions = openMediaSessions(workers, { clock, logger, detection, participantsPerRouter, videoCodecs });
  const { rtpCapabilities, probeRouter } = workers;
  const { seatTimeout } = options;
  const ports: SignallingConnectionPorts = {
    sessions,
    clock,
    logger,
    turn: relay,
    rtpCapabilities,
    probeRouter,
    seatTimeout,
  };

  let cancel = () => {};
  let turn = 0;
  const failed = 'media session failed';
  const check = () => {
    const open = sessions.all();
    const mediaSession = open[turn % Math.max(1, open.length)];
    turn += 1;
    if (mediaSession) differences += attempt(logger, failed, () => mediaSession.check(participantsPerCheck), 0);
    attempt(logger, 'closing empty media sessions failed', () => sessions.closeEmpty(), undefined);
    cancel = clock.at(clock.now() + checkInterval, check);
  };
  check();

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
    figures() {
      const participants = sessions.all().flatMap(mediaSession => mediaSession.participants());
      const consumers = participants.reduce((count, { consumers }) => count + consumers.size, 0);
      const disconnected = participants.filter(({ disconnectedAt }) => disconnectedAt !== null).length;
      return {
        workers: workers.pids(),
        deaths: workers.deaths(),
        detectionDeaths: detection.deaths(),
        participants: participants.length,
        disconnected,
        consumers,
        differences,
      };
    },
    close() {
      cancel();
      for (const connection of [...connections]) connection.close('gone');
      detection.close();
      workers.close();
    },
  };
}
