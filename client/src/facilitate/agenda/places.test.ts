import type { ShownBlock } from '@multaqa/shared/facilitate/agenda/agenda.view';
import { clockOf } from '@multaqa/shared/facilitate/agenda/clock';
import { expect, test } from 'vitest';
import { placesOf } from './places.ts';

const minute = 60_000;
const opensAt = 1_600_000_000_000;
const block = (id: string, minutes: number): ShownBlock => ({
  block: id,
  kind: 'discussion',
  title: { en: id },
  goal: {},
  method: {},
  materials: {},
  minutes,
  lead: null,
});
const blocks = [block('welcome', 10), block('input', 10), block('rooms', 30), block('closing', 10)];
const brief = (places: ReturnType<typeof placesOf>) =>
  places.map(({ state, minutes, startsAt }) => [
    state,
    minutes,
    startsAt === null ? null : (startsAt - opensAt) / minute,
  ]);

test('before anything goes on, blocks follow each other from the opening as planned', () => {
  expect(brief(placesOf({ blocks, taken: {}, now: null, opensAt }))).toEqual([
    ['ahead', 10, 0],
    ['ahead', 10, 10],
    ['ahead', 30, 20],
    ['ahead', 10, 50],
  ]);
});

test('what is over tells what it took, what was left out has no time, and what comes begins where its time is left', () => {
  const [, , rooms, closing] = blocks as [ShownBlock, ShownBlock, ShownBlock, ShownBlock];
  const current = { block: rooms, ahead: [closing], since: opensAt + 25 * minute, endsAt: opensAt + 54 * minute };
  const clock = clockOf({ ...current, closesAt: opensAt + 60 * minute }, opensAt + 30 * minute);
  expect(brief(placesOf({ blocks, taken: { welcome: 25 * minute }, now: { ...current, clock }, opensAt }))).toEqual([
    ['done', 25, null],
    ['open', 10, null],
    ['now', 29, 25],
    ['ahead', 6, 54],
  ]);
});
