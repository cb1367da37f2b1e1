import type { SessionId } from '@multaqa/shared/kernel/ids';
import type { StagePorts } from './settling.ts';
import { openStage, type Stage } from './stage.ts';
import type { Workers } from './workers.ts';

/** The stages of all sessions that somebody takes part in. Ids of dialogues are part of their names: an id of a session is chosen by its organiser. */
export type Stages = {
  /** Gives `act` the session's stage, which stays open at least until it is done; null while no worker runs. */
  use<Result>(dialogue: string, session: SessionId, act: (stage: Stage) => Promise<Result>): Promise<Result | null>;
  /** The session's stage, when somebody takes part in it. */
  find(dialogue: string, session: SessionId): Stage | null;
  /** The stages of one dialogue, or of all. */
  open(dialogue?: string): Stage[];
  /** Ends the stages that nobody is on. */
  sweep(): void;
};

type Entry = { dialogue: string; opening: Promise<Stage | null>; stage: Stage | null; users: number };

export type StagesPorts = Pick<StagePorts, 'clock' | 'logger' | 'listener' | 'peoplePerHall' | 'pictureCodecs'>;

export function openStages(workers: Workers, ports: StagesPorts): Stages {
  const entries = new Map<string, Entry>();

  async function create(name: string, session: SessionId): Promise<Stage | null> {
    const first = await workers.createRouter([]);
    if (!first) return null;
    const stage: Stage = openStage(first, session, {
      ...ports,
      another: used => workers.createRouter(used),
      ended() {
        if (entries.get(name)?.stage === stage) entries.delete(name);
      },
    });
    return stage;
  }

  return {
    async use(dialogue, session, act) {
      const name = `${dialogue}/${session}`;
      const entry = entries.get(name) ?? { dialogue, opening: create(name, session), stage: null, users: 0 };
      entries.set(name, entry);
      entry.users += 1;
      try {
        entry.stage = await entry.opening;
        return entry.stage && (await act(entry.stage));
      } finally {
        entry.users -= 1;
        if (!entry.stage && entries.get(name) === entry) entries.delete(name);
      }
    },
    find: (dialogue, session) => entries.get(`${dialogue}/${session}`)?.stage ?? null,
    open: dialogue =>
      [...entries.values()].flatMap(entry =>
        entry.stage && (dialogue === undefined || entry.dialogue === dialogue) ? [entry.stage] : [],
      ),
    sweep() {
      for (const [name, { stage, users }] of [...entries]) {
        if (!stage || users > 0 || stage.size() > 0) continue;
        entries.delete(name);
        stage.close();
      }
    },
  };
}
