/** A token bucket: `burst` at once, refilled at `perSecond`. */
export type BucketSize = { burst: number; perSecond: number };

export type Buckets = {
  /** Takes one token from the bucket of this name; false when it is empty. */
  take(name: string, size: BucketSize): boolean;
};

const smallest = 1_000;

/** Token buckets by name, made when they are first drawn from; full ones are forgotten, so that names cost no memory for ever. */
export function openBuckets(monotonic: () => number): Buckets {
  const buckets = new Map<string, { tokens: number; at: number; size: BucketSize }>();
  let pruneAt = smallest;

  const filled = ({ tokens, at, size }: { tokens: number; at: number; size: BucketSize }, now: number): number =>
    Math.min(size.burst, tokens + (Math.max(0, now - at) / 1000) * size.perSecond);

  function prune(now: number): void {
    for (const [name, bucket] of buckets) if (filled(bucket, now) >= bucket.size.burst) buckets.delete(name);
    pruneAt = Math.max(smallest, buckets.size * 2);
  }

  return {
    take(name, size) {
      const now = monotonic();
      if (buckets.size >= pruneAt) prune(now);
      const known = buckets.get(name);
      const tokens = known ? filled({ ...known, size }, now) : size.burst;
      const isAllowed = tokens >= 1;
      buckets.set(name, { tokens: isAllowed ? tokens - 1 : tokens, at: now, size });
      return isAllowed;
    },
  };
}
