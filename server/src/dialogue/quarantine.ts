import type { Clock } from '../platform/clock.ts';
import { type Logger, newReference } from '../platform/logger.ts';

export type Quarantine = {
  /** True while this dialogue is not to be read again. */
  holds(dialogue: string): boolean;
  /** The reference under which the log tells why, also after the pause. */
  referenceOf(dialogue: string): string | null;
  put(dialogue: string, error: Error): void;
  count(): number;
};

/** To read a long log takes time, and it says the same until the server or the database has changed. */
const pause = 60_000;

/** Dialogues whose logs cannot be read. They are tried again once a minute at most; all others go on. */
export function openQuarantine(clock: Clock, logger: Logger): Quarantine {
  const kept = new Map<string, { reference: string; until: number }>();
  const isHeld = (dialogue: string) => (kept.get(dialogue)?.until ?? 0) > clock.monotonic();
  return {
    holds: isHeld,
    referenceOf: dialogue => kept.get(dialogue)?.reference ?? null,
    put(dialogue, error) {
      const reference = kept.get(dialogue)?.reference ?? newReference();
      kept.set(dialogue, { reference, until: clock.monotonic() + pause });
      logger.error(
        { error, reference, dialogue },
        'a dialogue cannot be read and is quarantined; its log is untouched',
      );
    },
    count: () => [...kept.keys()].filter(isHeld).length,
  };
}
