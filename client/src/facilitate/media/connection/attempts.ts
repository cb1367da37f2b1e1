import type { Clock } from '../../../platform/clock.ts';

/** Attempts of which only the newest counts, with pauses between those that fail. */
export type Attempts = {
  /** Makes all attempts before outdated, and returns whether this one is still the newest. */
  begin(): () => boolean;
  /** Makes all attempts outdated, and cancels the one that waits. */
  cancel(): void;
  /** Acts after a pause, which doubles with each failure in a row. */
  retry(act: () => void): void;
  /** True while an attempt waits for its pause to end. */
  isPausing(): boolean;
  /** The next pause is the shortest again. */
  succeeded(): void;
};

/** ms before an attempt is repeated. */
const pauses = { first: 1_000, longest: 5_000 };

/** Counts attempts and their failures; nothing has been tried yet. */
export function openAttempts(clock: Clock): Attempts {
  let newest = 0;
  let failures = 0;
  let cancelPause: (() => void) | null = null;

  function cancel(): void {
    cancelPause?.();
    cancelPause = null;
    newest += 1;
  }

  return {
    cancel,
    begin() {
      cancel();
      const mine = newest;
      return () => mine === newest;
    },
    retry(act) {
      const pause = Math.min(pauses.longest, pauses.first * 2 ** failures);
      failures += 1;
      cancelPause = clock.after(pause, act);
    },
    isPausing: () => cancelPause !== null,
    succeeded() {
      failures = 0;
    },
  };
}
