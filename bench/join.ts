import type { Page } from '@playwright/test';
import { enterSession, joinDialogue, openRoom, receivedBy } from './room.ts';
import { median, wait } from './rtp.ts';

/**
 * From the click that enters a session to the first audio packet of somebody who speaks there (goal P8), as a number of
 * round trips: the slope of that time over the round-trip time of a simulated network between browser and server. The
 * load of the machine moves the line, not its slope. `node bench/join.ts [rounds]`
 */
const [rounds = 5] = process.argv.slice(2).map(Number);
const trips = [0, 100, 200, 300];
const goal = 4;

const room = await openRoom(1 + rounds * trips.length);
const speaker = await room.visit(0, { devices: 'sound' });
await joinDialogue(speaker);
await enterSession(speaker);
await speaker.getByRole('contentinfo').getByRole('button', { name: 'Unmute' }).click();

const times: { trip: number; time: number }[] = [];
let person = 1;
for (let round = 0; round < rounds; round += 1)
  for (const trip of trips) {
    const page = await room.visit(person, {});
    person += 1;
    await joinDialogue(page);
    room.network.setDelay(trip / 2);
    times.push({ trip, time: await timeToSound(page) });
    room.network.setDelay(0);
    await page.context().close();
  }
for (const trip of trips)
  console.log(`round trip ${trip} ms: ${median(of(trip)).toFixed(0)} ms from the click to the first sound`);
const points = trips.map(trip => ({ x: trip, y: median(of(trip)) }));
console.log(`${slopeOf(points).toFixed(1)} round trips one after another (goal ${goal})`);
await room.close();
process.exit(0);

function of(trip: number): number[] {
  return times.filter(time => time.trip === trip).map(({ time }) => time);
}

async function timeToSound(page: Page): Promise<number> {
  const begin = performance.now();
  await enterSession(page);
  while ((await receivedBy(page)).packets === 0) await wait(10);
  return performance.now() - begin;
}

/** The slope of the straight line that fits best. */
function slopeOf(points: readonly { x: number; y: number }[]): number {
  const mean = (pick: (point: { x: number; y: number }) => number) =>
    points.reduce((sum, point) => sum + pick(point), 0) / points.length;
  const [mx, my] = [mean(({ x }) => x), mean(({ y }) => y)];
  return (
    points.reduce((sum, { x, y }) => sum + (x - mx) * (y - my), 0) /
    points.reduce((sum, { x }) => sum + (x - mx) ** 2, 0)
  );
}
