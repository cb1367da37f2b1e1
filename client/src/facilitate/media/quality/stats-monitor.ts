import type { Clock } from '../../../platform/clock.ts';
import type { MediaTransports } from '../connection/transports.ts';
import type { DataUse } from '../media-state.ts';
import { count, dataUse, meterFrom } from './data-meter.ts';
import { type Sample, sampleOf } from './ladder.ts';
import { readStats, type TransportStats } from './stats.ts';

/** The one look at the counters of the connections, for all that needs them. */
export type StatsMonitor = {
  /** Counts from zero. */
  begin(): void;
  attach(session: MediaTransports | null): void;
  /** The connections begin again, and are given time before they are judged. */
  settle(): void;
  /** Looks at once. */
  look(): void;
};

export type StatsMonitorPorts = {
  clock: Clock;
  /** Bytes that the signalling has carried. */
  carried(): number;
  read(reading: TransportStats): void;
  sampled(sample: Sample): void;
  used(data: DataUse): void;
};

/** ms from look to look, from sample to sample, and from one number that people see to the next. */
const every = { look: 1_000, sample: 2_500, show: 5_000 };
/** After a gap like this (ms) the page has slept, and what lies between says nothing of the line. */
const sleep = 10_000;
/** A connection that begins knows neither its speed nor its gaps for so long (ms). */
const settling = 5_000;

export function openStatsMonitor({ clock, carried, read, sampled, used }: StatsMonitorPorts): StatsMonitor {
  let session: MediaTransports | null = null;
  let before: TransportStats | null = null;
  let meter = meterFrom(clock.now());
  let shownAt = 0;
  let steadyAt = 0;
  let callOff = () => {};

  async function look(): Promise<void> {
    callOff();
    const from = session;
    if (!from) return;
    const stats = await from.stats().catch(() => null);
    if (from !== session) return;
    if (stats) take(readStats(clock.now(), stats));
    if (from !== session) return;
    callOff();
    callOff = clock.after(every.look, () => void look());
  }

  function take(reading: TransportStats): void {
    meter = count(meter, reading.at, { media: reading.bytes, line: carried() });
    if (reading.at - shownAt >= every.show) {
      shownAt = reading.at;
      used(dataUse(meter, reading.at));
    }
    if (reading.at < steadyAt) before = reading;
    const time = before ? reading.at - before.at : sleep;
    if (before && time >= every.sample && time < sleep) sampled(sampleOf(before, reading));
    if (time >= every.sample) before = reading;
    read(reading);
  }

  const settle = () => {
    steadyAt = clock.now() + settling;
  };

  return {
    settle,
    begin() {
      meter = meterFrom(clock.now());
      shownAt = 0;
      used(dataUse(meter, clock.now()));
    },
    attach(next) {
      session = next;
      before = null;
      settle();
      callOff();
      // New connections count from zero.
      meter = count(meter, clock.now(), { media: 0 });
      if (next) void look();
    },
    look: () => void look(),
  };
}
