import { RateLimiterMemory } from 'rate-limiter-flexible';

export type Failures = {
  /** True when this address has guessed wrongly too often within a minute. */
  tooMany(address: string): Promise<boolean>;
  count(address: string): Promise<void>;
};

/** Counts wrong guesses per network address; a town hall shares one address, so only failures count. */
export function openFailures(perMinute: number): Failures {
  const limiter = new RateLimiterMemory({ points: perMinute, duration: 60 });
  return {
    tooMany: async address => ((await limiter.get(address))?.remainingPoints ?? 1) <= 0,
    // Beyond the limit the limiter rejects; that it is reached is all there is to know.
    count: address =>
      limiter.consume(address).then(
        () => undefined,
        () => undefined,
      ),
  };
}
