import type { DialogueId, SessionId } from '@multaqa/shared/kernel/ids';
import type { Workers } from '../workers/workers.ts';
import { type MediaSession, openMediaSession } from './media-session.ts';
import type { MediaSessionPorts } from './session-state.ts';

/** The media sessions of this node. Their keys hold the id of the dialogue, since an organiser chooses the id of a session. */
export type MediaSessions = {
  /** Opens a session when it is not open and gives it to `act`; it stays open at least until that is done. Null while no worker runs. */
  use<Result>(
    dialogue: string,
    session: SessionId,
    act: (mediaSession: MediaSession) => Promise<Result>,
  ): Promise<Result | null>;
  /** A session that is open; null otherwise. */
  find(dialogue: string, session: SessionId): MediaSession | null;
  /** The open sessions of one dialogue, or of all. */
  all(dialogue?: string): MediaSession[];
  /** Closes the sessions that nobody takes part in. */
  closeEmpty(): void;
};

type Entry = {
  dialogue: string;
  opening: Promise<MediaSession | null>;
  mediaSession: MediaSession | null;
  users: number;
};

/** What every media session needs. */
export type MediaSessionsPorts = Pick<
  MediaSessionPorts,
  'clock' | 'logger' | 'detection' | 'participantsPerRouter' | 'videoCodecs'
> & {
  /** Somebody spoke in a room of this dialogue that measures speech. */
  spoke(dialogue: DialogueId, speech: Parameters<MediaSessionPorts['spoke']>[0]): void;
};

/** The media sessions of this node, none at first. */
export function openMediaSessions(workers: Workers, ports: MediaSessionsPorts): MediaSessions {
  const entries = new Map<string, Entry>();

  async function create(name: string, dialogue: string, session: SessionId): Promise<MediaSession | null> {
    const where = { dialogue, session };
    const first = await workers.createRouter([]);
    if (!first) return null;
    const mediaSession: MediaSession = openMediaSession(first, session, {
      ...ports,
      spoke: speech => ports.spoke(dialogue, speech),
      createRouter: used => workers.createRouter(used),
      ended() {
        ports.logger.debug(where, 'a media session has lost its workers');
        if (entries.get(name)?.mediaSession === mediaSession) entries.delete(name);
      },
    });
    ports.logger.debug(where, 'a media session opened');
    return mediaSession;
  }

  return {
    async use(dialogue, session, act) {
      const name = `${dialogue}/${session}`;
      const entry = entries.get(name) ?? {
        dialogue,
        opening: create(name, dialogue, session),
        mediaSession: null,
        users: 0,
      };
      entries.set(name, entry);
      entry.users += 1;
      try {
        entry.mediaSession = await entry.opening;
        return entry.mediaSession && (await act(entry.mediaSession));
      } finally {
        entry.users -= 1;
        if (!entry.mediaSession && entries.get(name) === entry) entries.delete(name);
      }
    },
    find: (dialogue, session) => entries.get(`${dialogue}/${session}`)?.mediaSession ?? null,
    all: dialogue =>
      [...entries.values()].flatMap(entry =>
        entry.mediaSession && (dialogue === undefined || entry.dialogue === dialogue) ? [entry.mediaSession] : [],
      ),
    closeEmpty() {
      for (const [name, { dialogue, mediaSession, users }] of [...entries]) {
        if (!mediaSession || users > 0 || mediaSession.size() > 0) continue;
        entries.delete(name);
        mediaSession.close();
        ports.logger.debug({ dialogue, session: mediaSession.session }, 'a media session closed');
      }
    },
  };
}
