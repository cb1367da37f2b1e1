import type { SessionId } from '@multaqa/shared/kernel/ids';
import type { WebRtcServer } from 'mediasoup/types';
import type { Logger } from '../../platform/logger.ts';
import { openStage, type Stage } from './stage.ts';
import type { Workers } from './workers.ts';

/** A stage in use, and the server that its transports listen on. */
export type Place = { dialogue: string; stage: Stage; server: WebRtcServer };

/** The stages of all sessions that somebody takes part in. Ids of dialogues are part of their names: an id of a session is chosen by its organiser. */
export type Stages = {
  /** Gives `act` the session's stage, which stays open at least until it is done; null while no worker runs. */
  use<Result>(dialogue: string, session: SessionId, act: (place: Place) => Promise<Result>): Promise<Result | null>;
  /** The stages of one dialogue, or of all. */
  open(dialogue?: string): Stage[];
  /** Ends the stages that nobody is on. */
  sweep(): void;
};

export function openStages(workers: Workers, logger: Logger): Stages {
  const places = new Map<string, { opening: Promise<Place | null>; place: Place | null; users: number }>();

  async function create(name: string, dialogue: string, session: SessionId): Promise<Place | null> {
    const created = await workers.createRouter();
    if (!created) return null;
    const { router, server } = created;
    router.observer.once('close', () => {
      if (places.get(name)?.place?.stage.router === router) places.delete(name);
    });
    const stage = await openStage(router, session, logger);
    return { dialogue, stage, server };
  }

  return {
    async use(dialogue, session, act) {
      const name = `${dialogue}/${session}`;
      const entry = places.get(name) ?? { opening: create(name, dialogue, session), place: null, users: 0 };
      places.set(name, entry);
      entry.users += 1;
      try {
        entry.place = await entry.opening;
        return entry.place && (await act(entry.place));
      } finally {
        entry.users -= 1;
        if (!entry.place && places.get(name) === entry) places.delete(name);
      }
    },
    open: dialogue =>
      [...places.values()].flatMap(({ place }) =>
        place && (dialogue === undefined || place.dialogue === dialogue) ? [place.stage] : [],
      ),
    sweep() {
      for (const { place, users } of [...places.values()])
        if (place && users === 0 && place.stage.members().length === 0) place.stage.close();
    },
  };
}
