import type { RateClass } from '@multaqa/shared/kernel/messages';
import { type ConnectionRate, connectionRates, rates } from '@multaqa/shared/limits';
import { openBuckets } from '../platform/buckets.ts';

/** Somebody who floods hears `too-fast`, nobody else notices. */
export type Rates = {
  /** Takes one token of this person in this dialogue; false when none is left in this class. */
  take(dialogue: string, person: string, rate: RateClass): boolean;
  /** The same for what comes before anybody is known: by network address, connection or browser. */
  takeFor(source: string, rate: ConnectionRate): boolean;
};

/** The buckets of this server. A person of one dialogue never draws from those of another, whatever ids they were given. */
export function openRates(monotonic: () => number): Rates {
  const buckets = openBuckets(monotonic);
  return {
    take: (dialogue, person, rate) => buckets.take(`${rate} ${dialogue} ${person}`, rates[rate]),
    takeFor: (source, rate) => buckets.take(`${rate} ${source}`, connectionRates[rate]),
  };
}
