/** Time as the engines see it, so that tests can hold it still. */
export type Clock = {
  /** ms since the epoch. It runs on evenly while the system's clock is set forward or back, until `follow`. */
  now(): number;
  /** ms since some moment, never less than before: for durations. */
  monotonic(): number;
  /** Runs `act` once `now()` has reached `instant`, never before; returns how to cancel it. */
  at(instant: number, act: () => void): () => void;
  /** Takes over what the system's clock says now. To be called while nothing is due that was set before. */
  follow(): void;
};

// setTimeout overflows above 2^31 ms and would fire at once.
const longest = 2_147_483_647;

type Sources = {
  /** The system's clock, in ms since the epoch; it may be set at any time. */
  wall(): number;
  monotonic(): number;
  /** Called with what a timer threw: one timer must not end the process. */
  failed(error: unknown): void;
};

/** A clock that takes the date from the system once and goes on by itself. */
export function openClock({
  wall = Date.now,
  monotonic = () => performance.now(),
  failed = raise,
}: Partial<Sources> = {}): Clock {
  let start = wall() - monotonic();
  const waiting = new Set<() => void>();
  const now = () => Math.floor(start + monotonic());

  return {
    now,
    monotonic,
    at(instant, act) {
      let timer: NodeJS.Timeout;
      const wait = () => {
        clearTimeout(timer);
        timer = setTimeout(ring, Math.min(longest, Math.max(0, instant - now())));
        timer.unref();
      };
      const ring = () => {
        // Timers fire up to a millisecond early, and a long one has only come to the end of what setTimeout can count.
        if (now() < instant) return wait();
        waiting.delete(wait);
        try {
          act();
        } catch (error) {
          failed(error);
        }
      };
      waiting.add(wait);
      wait();
      return () => {
        clearTimeout(timer);
        waiting.delete(wait);
      };
    },
    follow() {
      start = wall() - monotonic();
      for (const wait of waiting) wait();
    },
  };
}

function raise(error: unknown): void {
  throw error;
}

export const systemClock: Clock = openClock();
