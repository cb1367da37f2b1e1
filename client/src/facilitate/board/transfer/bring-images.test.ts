import { readScene } from '@multaqa/shared/facilitate/board/scene/scene';
import { boardOf, noteOf, plain, thingId } from '@multaqa/shared/facilitate/board/scene/scene.samples';
import type { ThingData } from '@multaqa/shared/facilitate/board/scene/thing';
import { sampleIds } from '@multaqa/shared/kernel/messages.samples';
import { afterEach, expect, test, vi } from 'vitest';
import { session } from '../../../dialogue/dialogue.samples.ts';
import { bringImages } from './bring-images.ts';
import { type Carried, carriedFrom } from './carried.ts';

afterEach(() => vi.unstubAllGlobals());

const [there = '', other = ''] = sampleIds;
const here = `${session}/plenary`;
const image = (file: string): ThingData => ({
  ...{ ...plain, kind: 'image', at: [0, 0, 100, 100, 0], colour: 'white', file, alt: 'A well' },
});

/** A note and two images of which one stands on the board twice, as they are copied in another room. */
const carried = carriedFrom(
  readScene(boardOf([noteOf('Wells'), image(there), image(there), image(other)])),
  [0, 1, 2, 3].map(thingId),
  `${session}/${other}`,
) as Carried;

/** A server from which this file can be read, and none else. */
function serving(readable: readonly string[]): string[] {
  const asked: string[] = [];
  vi.stubGlobal('fetch', async (path: string, { method = 'GET' }: RequestInit = {}) => {
    const file = path.split('/').at(-1) ?? '';
    asked.push(method);
    if (method === 'POST') return Response.json({ file, width: 10, height: 10, left: 9 });
    return readable.includes(file) ? new Response('x') : Response.json({ refusal: 'unknown' }, { status: 404 });
  });
  return asked;
}

test('images come along to another room, each once, as images of that room', async () => {
  const asked = serving([there, other]);
  const brought = await bringImages(carried, 'd', here);
  expect([brought.lost, brought.problem, asked.sort()]).toEqual([0, null, ['GET', 'GET', 'POST', 'POST']]);
  const files = brought.carried.things.flatMap(([, data]) => (data.kind === 'image' ? [data.file] : []));
  expect([files.length, new Set(files).size, files.includes(there)]).toEqual([3, 2, false]);
});

test('images of a board that somebody may not see stay behind, with the reason; everything else comes', async () => {
  serving([other]);
  const { lost, problem, carried: rest } = await bringImages(carried, 'd', here);
  expect([lost, problem?.refusal, rest.things.map(([, { kind }]) => kind)]).toEqual([2, 'unknown', ['note', 'image']]);
});

test('within one room nothing is sent', async () => {
  const asked = serving([]);
  expect(await bringImages({ ...carried, room: here }, 'd', here)).toMatchObject({ lost: 0 });
  expect(asked).toEqual([]);
});
