import { expect, test } from 'vitest';
import { readableLogger } from '../proof/attack.samples.ts';
import { background } from './background.ts';

test('work in the background that fails is in the log, with what it was, where, and a reference', async () => {
  const { lines, logger } = readableLogger();
  await background(logger, Promise.reject(new Error('no disk')), 'a copy failed', { dialogue: 'd' });
  expect(lines).toEqual([
    expect.objectContaining({
      msg: 'a copy failed',
      dialogue: 'd',
      reference: expect.stringMatching(/^[0-9A-Z]{4,6}$/),
      error: expect.objectContaining({ message: 'no disk' }),
    }),
  ]);
});

test('work in the background that succeeds says nothing', async () => {
  const { lines, logger } = readableLogger();
  await background(logger, Promise.resolve(1), 'a copy failed');
  expect(lines).toEqual([]);
});
