import type { Clock } from '../platform/clock.ts';
import type { Logger } from '../platform/logger.ts';

export type Alarm = {
  /** The next instant (ms since the epoch) at which a dialogue has something due; null when nothing is. */
  set(dialogue: string, deadline: number | null): void;
  close(): void;
};

/** Wakes dialogues at their stored deadlines, so that a restart loses no timer. */
export function startAlarm(clock: Clock, logger: Logger, ring: (dialogue: string) => Promise<void>): Alarm {
  const timers = new Map<string, { deadline: number; callOff: () => void }>();

  const drop = (dialogue: string) => {
    timers.get(dialogue)?.callOff();
    timers.delete(dialogue);
  };

  return {
    set(dialogue, deadline) {
      if (timers.get(dialogue)?.deadline === deadline) return;
      drop(dialogue);
      if (deadline === null) return;
      const callOff = clock.at(deadline, () => {
        timers.delete(dialogue);
        ring(dialogue).catch(error => logger.error({ error, dialogue }, 'alarm failed'));
      });
      timers.set(dialogue, { deadline, callOff });
    },
    close() {
      for (const dialogue of [...timers.keys()]) drop(dialogue);
    },
  };
}
