import type { Fault } from '@multaqa/shared/kernel/slice';
import { type Logger, newReference } from '../platform/logger.ts';

export type Faults = {
  /** Writes an error to the log and returns the reference that it stands under. */
  log(error: unknown, what: string, where?: Record<string, unknown>): string;
  /** What a slice threw where the others went on. A fault that repeats is written once until it is `mended`. */
  ofSlice(fault: Fault, audience?: string): void;
  mended(slice: string, member: string, audience?: string): void;
  /** Does something that must not cost more than itself; false when it threw. */
  attempt(what: string, act: () => void): boolean;
};

/** The faults of one dialogue, told to the log. */
export function openFaults(logger: Logger, dialogue: string): Faults {
  const known = new Set<string>();
  const log: Faults['log'] = (error, what, where = {}) => {
    const reference = newReference();
    logger.error({ error, reference, dialogue, ...where }, what);
    return reference;
  };
  return {
    log,
    ofSlice({ slice, member, error }, audience = '') {
      const key = `${slice} ${member} ${audience}`;
      if (known.has(key)) return;
      known.add(key);
      log(error, 'a slice failed', { slice, member, audience });
    },
    mended: (slice, member, audience = '') => void known.delete(`${slice} ${member} ${audience}`),
    attempt(what, act) {
      try {
        act();
        return true;
      } catch (error) {
        log(error, what);
        return false;
      }
    },
  };
}
