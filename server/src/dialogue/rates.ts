import type { RateClass } from '@multaqa/shared/kernel/messages';
import { rates } from '@multaqa/shared/limits';

export type Rates = {
  /** Takes one token; false when this person has none left in this class. */
  take(person: string, rate: RateClass): boolean;
  forget(person: string): void;
};

/** Token buckets per person and class: somebody who floods hears `too-fast`, nobody else notices. */
export function openRates(now: () => number): Rates {
  const buckets = new Map<string, Map<RateClass, { tokens: number; at: number }>>();
  return {
    take(person, rate) {
      const mine = buckets.get(person) ?? new Map();
      buckets.set(person, mine);
      const { burst, perSecond } = rates[rate];
      const instant = now();
      const bucket = mine.get(rate) ?? { tokens: burst, at: instant };
      const tokens = Math.min(burst, bucket.tokens + ((instant - bucket.at) / 1000) * perSecond);
      const isAllowed = tokens >= 1;
      mine.set(rate, { tokens: isAllowed ? tokens - 1 : tokens, at: instant });
      return isAllowed;
    },
    forget(person) {
      buckets.delete(person);
    },
  };
}
