import { expect, it } from 'vitest';
import { openClock } from '../media-fakes.samples.ts';
import type { DataUse } from '../media-state.ts';
import type { Sample } from './sample.ts';
import { openStatsMonitor } from './stats-monitor.ts';

/** Transports that have counted so many bytes, and a monitor that reads them. */
function openTest() {
  const clock = openClock();
  const samples: Sample[] = [];
  const uses: DataUse[] = [];
  let reads = 0;
  const transports = (bytes: () => number, answer: () => Promise<void> = async () => {}) => ({
    async stats() {
      await answer();
      const report = new Map([['t', { type: 'transport', bytesSent: bytes(), bytesReceived: 0 }]]);
      return { send: report as unknown as RTCStatsReport, receive: new Map() as unknown as RTCStatsReport };
    },
  });
  const monitor = openStatsMonitor({
    clock: clock.port,
    signallingBytes: () => 0,
    read: () => {
      reads += 1;
    },
    sampled: sample => samples.push(sample),
    used: data => uses.push(data),
  });
  return { clock, monitor, transports, samples, uses, reads: () => reads };
}

it('the counters are read once a second, however often somebody looks', async () => {
  const { clock, monitor, transports, reads } = openTest();
  monitor.attach(transports(() => 0));
  await clock.pass(0);
  for (let looks = 0; looks < 5; looks += 1) monitor.look();
  await clock.pass(0);
  const before = reads();
  await clock.pass(10_000);
  expect(reads() - before).toBe(10);
});

it('new transports are not judged for five seconds, nor what lies between two readings of a page that slept', async () => {
  const { clock, monitor, transports, samples } = openTest();
  monitor.attach(transports(() => 0));
  await clock.pass(5_000);
  expect(samples).toEqual([]);
  await clock.pass(10_000);
  const known = samples.length;
  expect(known).toBeGreaterThan(2);
  monitor.settle();
  await clock.pass(4_000);
  expect(samples).toHaveLength(known);
});

it('bytes are counted over transports that come and go', async () => {
  const { clock, monitor, transports, uses } = openTest();
  monitor.begin();
  monitor.attach(transports(() => 1_000));
  await clock.pass(6_000);
  monitor.attach(null);
  monitor.attach(transports(() => 500));
  await clock.pass(6_000);
  expect(uses.at(-1)?.bytes).toBe(1_500);
});

it('counters that come from transports that are gone by then are not read, and nothing is read without any', async () => {
  const { clock, monitor, transports, reads } = openTest();
  let answer = () => {};
  const slow = transports(
    () => 1_000,
    () =>
      new Promise<void>(resolve => {
        answer = resolve;
      }),
  );
  monitor.attach(slow);
  await clock.pass(0);
  monitor.attach(null);
  answer();
  await clock.pass(30_000);
  expect(reads()).toBe(0);
});

it('a network is judged by what waits in its queues, not by how long its way is', async () => {
  const { clock, monitor, samples } = openTest();
  let delay = 1.6;
  const path = () => ({ type: 'candidate-pair', nominated: true, state: 'succeeded', currentRoundTripTime: delay });
  const far = {
    stats: async () => ({
      send: new Map([['p', path()]]) as unknown as RTCStatsReport,
      receive: new Map() as unknown as RTCStatsReport,
    }),
  };
  monitor.attach(far);
  await clock.pass(10_000);
  expect(new Set(samples.map(({ queueing }) => queueing))).toEqual(new Set([0]));
  delay = 3.6;
  await clock.pass(3_000);
  expect(samples.at(-1)?.queueing).toBeCloseTo(2_000);
});
