import type { Recorded } from '@multaqa/shared/kernel/slice';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import { startEffects } from './effects.ts';

const factAt = (seq: number, kind = 'people.forgotten'): Recorded => ({
  kind,
  v: 1,
  data: { person: 'ben' },
  personal: null,
  seq,
  at: seq,
  actor: 'engine',
});

/** Reactions whose world fails as often as told, and whose pauses end at once. */
function openBench(failures: number) {
  const world: string[] = [];
  const cursor: number[] = [];
  const pauses: number[] = [];
  let left = failures;
  const effects = startEffects(
    'dialogue',
    [
      {
        kinds: ['people.forgotten'],
        run(_, { seq }) {
          if (left > 0) {
            left -= 1;
            throw new Error('the world is away');
          }
          world.push(`${seq}`);
        },
      },
    ],
    {
      store: { dialogues: { moveEffectCursor: async (_: string, seq: number) => void cursor.push(seq) } as never },
      clock: {
        now: () => 0,
        monotonic: () => 0,
        follow() {},
        at(instant, act) {
          pauses.push(instant);
          setImmediate(act);
          return () => {};
        },
      },
      logger: pino({ level: 'silent' }),
    },
  );
  return { effects, world, cursor, pauses };
}

test('a reaction that fails is tried again until it succeeds; the cursor and what comes after wait for it', async () => {
  const { effects, world, cursor, pauses } = openBench(4);
  effects.committed([factAt(7), factAt(8, 'people.added'), factAt(9)], 9);
  effects.committed([factAt(10, 'chat.said')], 10);
  effects.committed([factAt(11)], 12);
  expect(effects.waiting()).toBe(3);
  await expect.poll(() => effects.waiting()).toBe(0);
  expect(world).toEqual(['7', '9', '11']);
  expect(cursor).toEqual([7, 9, 12]);
  expect(pauses).toEqual([1_000, 2_000, 4_000, 8_000]);
});

test('a dialogue that is unloaded leaves what failed to the next time', async () => {
  const { effects, cursor } = openBench(Number.POSITIVE_INFINITY);
  effects.committed([factAt(7)], 7);
  await effects.close();
  expect([effects.waiting(), cursor]).toEqual([1, []]);
});
