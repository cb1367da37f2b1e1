import type { Clock } from '../platform/clock.ts';
import type { Logger } from '../platform/logger.ts';

export type Alarm = {
  /** The next instant (ms since the epoch) at which a dialogue has something due; null when nothing is. */
  set(dialogue: string, deadline: number | null): void;
  close(): void;
};

type Entry = { deadline: number; failures: number; status: 'waiting' | 'ringing'; cancel(): void };

const shortestPause = 1_000;
const longestPause = 60_000;

/** 1 s after the first ring that failed, doubled up to a minute. */
const pauseAfter = (failures: number): number => Math.min(longestPause, shortestPause * 2 ** (failures - 1));

/**
 * Wakes dialogues at their stored deadlines. `ring` lets what is due happen and tells the next deadline; a ring that
 * failed, or after which something is still due, is repeated after a pause, so that nothing due is forgotten.
 */
export function startAlarm(clock: Clock, logger: Logger, ring: (dialogue: string) => Promise<number | null>): Alarm {
  const entries = new Map<string, Entry>();

  const drop = (dialogue: string) => {
    entries.get(dialogue)?.cancel();
    entries.delete(dialogue);
  };

  function arm(dialogue: string, deadline: number, failures: number): void {
    drop(dialogue);
    const instant = failures === 0 ? deadline : Math.max(deadline, clock.now() + pauseAfter(failures));
    const entry: Entry = { deadline, failures, status: 'waiting', cancel: clock.at(instant, () => void wake()) };
    entries.set(dialogue, entry);

    async function wake(): Promise<void> {
      entry.status = 'ringing';
      const next = await ring(dialogue).catch(error => {
        logger.error({ error, dialogue, failures }, 'a deadline could not be kept yet');
        return deadline;
      });
      // Somebody may have set another deadline meanwhile.
      if (entries.get(dialogue) !== entry) return;
      if (next === null) drop(dialogue);
      else arm(dialogue, next, next <= clock.now() ? failures + 1 : 0);
    }
  }

  return {
    set(dialogue, deadline) {
      const entry = entries.get(dialogue);
      if (deadline === null) drop(dialogue);
      // A ring that is going on tells the next deadline itself.
      else if (entry?.deadline !== deadline) arm(dialogue, deadline, 0);
    },
    close() {
      for (const dialogue of [...entries.keys()]) drop(dialogue);
    },
  };
}
