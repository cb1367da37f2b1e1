import type { Clock } from '../../../platform/clock.ts';
import { background, resultOrNull } from '../../../platform/report-fault.ts';
import { disconnectErrors } from '../connection/disconnect-errors.ts';
import type { MediaTransports } from '../connection/transports.ts';
import type { DataUse } from '../media-state.ts';
import { count, type DataMeter, dataUse, meterFrom } from './data-meter.ts';
import { type Sample, sampleOf } from './sample.ts';
import { readStats, type TransportStats } from './stats.ts';

/** Reads the counters of the transports every second, once for all that need them. */
export type StatsMonitor = {
  /** Counts data from zero. */
  begin(): void;
  /** New transports, or none any more. */
  attach(transports: Pick<MediaTransports, 'stats'> | null): void;
  /** The transports have just been restarted, and are given time before they are judged. */
  settle(): void;
  /** Reads at once. */
  look(): void;
};

/** What a stats monitor needs, and who is told. */
export type StatsMonitorPorts = {
  clock: Clock;
  /** Bytes of the signalling, both ways, since it was opened. */
  signallingBytes(): number;
  read(stats: TransportStats): void;
  sampled(sample: Sample): void;
  used(data: DataUse): void;
};

/** ms from one reading to the next, from sample to sample, and from one number that people see to the next. */
const every = { read: 1_000, sample: 2_500, show: 5_000 };
/** After a gap like this (ms) the page has slept, and what lies between says nothing of the network. */
const sleep = 10_000;
/** A transport that begins knows neither its bitrate nor its losses for so long (ms). */
const settling = 5_000;

/** What the monitor remembers from one reading to the next. Times in ms since the epoch. */
type Memory = {
  transports: Pick<MediaTransports, 'stats'> | null;
  /** The reading that the next sample begins with. */
  before: TransportStats | null;
  meter: DataMeter;
  /** The fastest round trip over these transports, ms. */
  fastest: number | null;
  shownAt: number;
  /** Until then nothing is judged. */
  steadyAt: number;
};

/** Makes a monitor that has nothing to read. */
export function openStatsMonitor(ports: StatsMonitorPorts): StatsMonitor {
  const { clock } = ports;
  const memory: Memory = {
    transports: null,
    before: null,
    meter: meterFrom(clock.now()),
    fastest: null,
    shownAt: 0,
    steadyAt: 0,
  };
  let cancelNext = () => {};

  async function read(): Promise<void> {
    cancelNext();
    const { transports } = memory;
    if (!transports) return;
    const reports = await resultOrNull(transports.stats(), 'media-stats', ...disconnectErrors);
    if (transports !== memory.transports) return;
    if (reports) take(memory, readStats(clock.now(), reports), ports);
    // A reading may have led to other transports.
    if (transports !== memory.transports) return;
    cancelNext();
    cancelNext = clock.after(every.read, look);
  }

  const look = () => background(read(), 'media-stats');
  const settle = () => {
    memory.steadyAt = clock.now() + settling;
  };

  return {
    settle,
    begin() {
      memory.meter = meterFrom(clock.now());
      memory.shownAt = 0;
      ports.used(dataUse(memory.meter, clock.now()));
    },
    attach(transports) {
      memory.transports = transports;
      memory.before = null;
      memory.fastest = null;
      settle();
      cancelNext();
      // New transports count from zero.
      memory.meter = count(memory.meter, clock.now(), { media: 0 });
      if (transports) look();
    },
    look,
  };
}

function take(
  memory: Memory,
  stats: TransportStats,
  { signallingBytes, read, sampled, used }: StatsMonitorPorts,
): void {
  memory.meter = count(memory.meter, stats.at, { media: stats.bytes, signalling: signallingBytes() });
  if (stats.at - memory.shownAt >= every.show) {
    memory.shownAt = stats.at;
    used(dataUse(memory.meter, stats.at));
  }
  if (stats.roundTrip !== null) memory.fastest = Math.min(memory.fastest ?? stats.roundTrip, stats.roundTrip);
  if (stats.at < memory.steadyAt) memory.before = stats;
  const { before } = memory;
  const time = before ? stats.at - before.at : sleep;
  if (before && time >= every.sample && time < sleep) sampled(sampleOf(before, stats, memory.fastest));
  if (time >= every.sample) memory.before = stats;
  read(stats);
}
