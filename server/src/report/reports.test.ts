import { expect, test } from 'vitest';
import { type Made, openReports } from './reports.ts';

/**
 * [R1] A report rests on the newest position that its asker could know of.
 * [R2] It is made once for a position, however many ask.
 * [R3] Nobody makes it any more once all who asked have gone; one who goes takes it from nobody else.
 */
function bench() {
  const key = {};
  let seq = 1;
  const makings: { signal: AbortSignal; finish(): void; fail(): void; tell(done: number): void }[] = [];
  const reports = openReports({
    live: dialogue => (dialogue === 'unloaded' ? null : { key, seq }),
    make: (_dialogue, { signal, progress }) =>
      new Promise<Made>((resolve, reject) => {
        makings.push({
          signal,
          finish: () => resolve({ basedOn: seq, sections: [{ slice: `at ${seq}`, outcome: null }] }),
          fail: () => reject(new Error('failed')),
          tell: done => progress(done, 10),
        });
        signal.addEventListener('abort', () => reject(new Error('stopped')));
      }),
  });
  function ask(dialogue = 'loaded') {
    const gone = new AbortController();
    const steps: number[] = [];
    const sections = reports
      .of(dialogue, { signal: gone.signal, progress: done => steps.push(done) })
      .then(([section]) => section?.slice ?? '');
    sections.catch(() => steps.push(-1));
    return { sections, steps, go: () => gone.abort() };
  }
  return { ask, makings, pass: () => (seq += 1) };
}
const turns = () => new Promise(setImmediate);

test('[R2] those who ask while it is made share it, and those who ask later get the same', async () => {
  const { ask, makings } = bench();
  const [one, two] = [ask(), ask()];
  await turns();
  makings[0]?.tell(5);
  makings[0]?.finish();
  expect(await Promise.all([one.sections, two.sections, ask().sections])).toEqual(['at 1', 'at 1', 'at 1']);
  expect([one.steps, two.steps]).toEqual([[5], [5]]);
  expect(makings).toHaveLength(1);
});

test('[R1] who asks after something has happened waits for a newer one, and all who do share that', async () => {
  const { ask, makings, pass } = bench();
  const early = ask();
  await turns();
  pass();
  const late = [ask(), ask()];
  await turns();
  expect(makings, 'one at a time').toHaveLength(1);
  makings[0]?.finish();
  expect(await early.sections).toBe('at 2');
  pass();
  await turns();
  makings[1]?.finish();
  expect(await Promise.all(late.map(({ sections }) => sections))).toEqual(['at 3', 'at 3']);
  expect(makings).toHaveLength(2);
});

test('[R1] what is kept is told until something happens', async () => {
  const { ask, makings, pass } = bench();
  const first = ask();
  await turns();
  makings[0]?.finish();
  await first.sections;
  pass();
  const second = ask();
  await turns();
  makings[1]?.finish();
  expect(await second.sections).toBe('at 2');
});

test('[R1] of a dialogue that is not in memory nothing is kept', async () => {
  const { ask, makings } = bench();
  for (const round of [0, 1]) {
    const asker = ask('unloaded');
    await turns();
    makings[round]?.finish();
    await asker.sections;
  }
  expect(makings).toHaveLength(2);
});

test('[R3] the making stops when the last asker goes, and not before', async () => {
  const { ask, makings } = bench();
  const [one, two] = [ask(), ask()];
  await turns();
  one.go();
  expect(makings[0]?.signal.aborted).toBe(false);
  two.go();
  expect(makings[0]?.signal.aborted).toBe(true);
  await expect(two.sections).rejects.toThrow('stopped');
});

test('[R3] who asks while a making is being stopped gets one of their own', async () => {
  const { ask, makings } = bench();
  const one = ask();
  await turns();
  one.go();
  const two = ask();
  await expect(one.sections).rejects.toThrow();
  await turns();
  makings[1]?.finish();
  expect(await two.sections).toBe('at 1');
});

test('[R2] a making that failed is tried again for who asks next', async () => {
  const { ask, makings } = bench();
  const one = ask();
  await turns();
  makings[0]?.fail();
  await expect(one.sections).rejects.toThrow('failed');
  const two = ask();
  await turns();
  makings[1]?.finish();
  expect(await two.sections).toBe('at 1');
});
