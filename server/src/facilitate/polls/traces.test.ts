import { join } from 'node:path';
import { pino } from 'pino';
import { expect, onTestFinished, test } from 'vitest';
import { openStore } from '../../platform/store/open-store.ts';
import { createDialogue } from '../../platform/testing/dialogue.ts';
import { openReaderOf, readDisk } from '../../platform/testing/disk.ts';
import { temporaryFolder } from '../../platform/testing/folder.ts';
import { settling } from './traces.ts';

test('[V5] earlier states of a box go from disk as soon as nobody reads it any more', async () => {
  const { folder, remove } = temporaryFolder();
  const data = join(folder, 'data');
  const store = await openStore({ kind: 'sqlite', folder: data });
  // Time passes when the test says so.
  const due: (() => void)[] = [];
  const clock = {
    now: () => 0,
    at(_: number, act: () => void) {
      due.push(act);
      return () => {};
    },
  };
  const pass = () => {
    for (const act of due.splice(0)) act();
  };
  const traces = settling({ ballots: store.ballots, clock, logger: pino({ level: 'silent' }) });
  onTestFinished(async () => {
    traces.close();
    await store.close();
    remove();
  });
  const lease = await createDialogue(store);
  const put = (ballots: string) =>
    store.ballots.put(lease, { run: 'run', ballots: ballots.padEnd(9_000, ' ') }, { after: 0, kinds: ['none'] });
  await put('heirloom');
  const reader = await openReaderOf(data);
  await put('heirloom tomato');
  const states = () => readDisk(data).match(/heirloom/g)?.length ?? 0;
  traces.soon();
  pass();
  // The store does one thing after the other: the try is over, and the reader has held it up.
  expect(await store.ballots.settle()).toBe(false);
  expect(states()).toBeGreaterThan(1);
  await reader.close();
  await expect
    .poll(() => {
      pass();
      return states();
    })
    .toBe(1);
});
