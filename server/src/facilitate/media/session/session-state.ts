import type { RoomId, SessionId } from '@multaqa/shared/kernel/ids';
import type { Clock } from '../../../platform/clock.ts';
import type { Logger } from '../../../platform/logger.ts';
import type { SessionQueries } from '../consumers/wanted-consumers.ts';
import type { ActiveSpeakerPorts, ActiveSpeakers } from '../speakers/active-speakers.ts';
import type { SpeakerDetection } from '../speakers/speaker-detection.ts';
import type { SpeechLog } from '../speakers/speech-log.ts';
import type { SessionRouterPorts, SessionRouters } from '../workers/session-routers.ts';
import type { WorkerOptions } from '../workers/workers.ts';
import type { Participant } from './participant.ts';
import type { ParticipantUpdates } from './participant-updates.ts';
import type { Participants } from './participants.ts';

/** What a media session needs. */
export type MediaSessionPorts = Pick<SessionRouterPorts, 'createRouter' | 'participantsPerRouter'> &
  Pick<WorkerOptions, 'videoCodecs'> & {
    clock: Clock;
    logger: Logger;
    detection: Pick<SpeakerDetection, 'observe'>;
    spoke: ActiveSpeakerPorts['spoke'];
    /** The session has lost its last router. */
    ended(): void;
  };

/** What is affected by what has happened in this turn; it is reconciled before the turn ends. */
export type Marks = {
  /** Rooms whose people may have to receive something else. */
  rooms: Set<RoomId>;
  people: Set<Participant>;
  /** Cameras of which another layer may be needed. */
  cameras: Set<Participant>;
  /** Another codec may be the best that all can play. */
  isCodecDirty: boolean;
};

/** Everything that is known of one media session. */
export type SessionState = {
  session: SessionId;
  ports: MediaSessionPorts;
  participants: Participants;
  routers: SessionRouters;
  speakers: ActiveSpeakers;
  speech: SpeechLog;
  updates: ParticipantUpdates;
  queries: SessionQueries;
  /** Who shares audio with their screen, by room, as found by the current reconciliation. */
  screenAudio: Map<RoomId, readonly Participant[]>;
  marks: Marks;
  /** Participants who lack a consumer because it could not be created. */
  toRetry: Set<Participant>;
  /** Whether it will soon be looked for what has expired. */
  expiry: 'idle' | 'scheduled';
  /** The position of the next participant to check. */
  nextChecked: number;
};
