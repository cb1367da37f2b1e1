import type { DataUse } from '../media-state.ts';

/** Counts bytes over connections that come and go. Times in ms since the epoch. */
export type DataMeter = {
  began: number;
  bytes: number;
  /** What each connection had counted at the last reading. */
  last: Readonly<Record<string, number>>;
  marks: readonly { at: number; bytes: number }[];
};

const minute = 60_000;
const hour = 3_600_000;
/** A rate from less than this (ms) would be a guess. */
const leastTime = 10_000;

/** A meter that begins at `at` with nothing counted. */
export const meterFrom = (at: number): DataMeter => ({ began: at, bytes: 0, last: {}, marks: [{ at, bytes: 0 }] });

/** Adds what each connection has counted since the last reading; one that counts less than before is a new one. */
export function count(meter: DataMeter, at: number, counters: Readonly<Record<string, number>>): DataMeter {
  const more = Object.entries(counters).reduce((sum, [name, now]) => {
    const before = meter.last[name] ?? 0;
    return sum + (now >= before ? now - before : now);
  }, 0);
  const bytes = meter.bytes + more;
  const recent = meter.marks.filter(mark => at - mark.at <= minute);
  return { ...meter, bytes, last: { ...meter.last, ...counters }, marks: [...recent, { at, bytes }] };
}

/** All bytes so far, and the rate of the last minute. */
export function dataUse({ began, bytes, marks }: DataMeter, at: number): DataUse {
  const [first] = marks;
  if (!first || at - began < leastTime || at - first.at < leastTime) return { bytes, perHour: null };
  return { bytes, perHour: Math.round(((bytes - first.bytes) / (at - first.at)) * hour) };
}
