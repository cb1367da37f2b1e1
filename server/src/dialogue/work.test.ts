import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { foundDialogue, startTestApp, type TestApp } from '../app.samples.ts';
import { temporaryFolder } from '../platform/testing/folder.ts';
import { onBothDatabases } from '../proof/attack.samples.ts';
import { rules } from './solver.samples.ts';
import { type DialogueOrder, dialogueWork } from './work.ts';

/**
 * Laws of heavy work for a dialogue.
 *
 * [W1] A result comes back as one command that names the position it rests on, however often the order runs.
 * [W2] The rules decide whether a result that rests on an older position still holds.
 * [W3] Who computes takes no lease and holds nobody up: the dialogue goes on meanwhile.
 * [W4] An order survives a restart.
 */
const module = new URL('./solver.samples.ts', import.meta.url);
type Puzzle = { wishes: number[]; wishedAt: number; solutions: { sum: number; basedOn: number }[] };

onBothDatabases('heavy work for a dialogue', env => {
  const temporary = temporaryFolder();
  let database: Record<string, string> = {};
  let app: TestApp;
  let dialogue = '';
  const start = () =>
    startTestApp({
      rules,
      rulesModule: module,
      moreTasks: { add: { module, urgency: 'background', silence: 30_000 } },
      folder: temporary.folder,
      env: { ...database, WORK_THREADS: '2' },
    });

  beforeAll(async () => {
    database = env();
    app = await start();
    ({ dialogue } = await foundDialogue(app));
  });
  afterAll(async () => {
    await app.stop();
    temporary.remove();
  });

  const order = (change: Partial<DialogueOrder> = {}): DialogueOrder => ({
    dialogue,
    task: 'add',
    input: { waitFor: 'nothing' },
    command: 'puzzle.solve',
    actor: 'engine',
    ...change,
  });
  const place = async (change?: Partial<DialogueOrder>) => {
    const key = randomUUID();
    await app.work.orders.place('dialogue', key, order(change));
    return key;
  };
  const standing = async (key: string) => (await app.work.orders.find(key))?.status;
  const live = async () => {
    const found = await app.dialogues.open(dialogue);
    if (!found || typeof found === 'string') throw new Error(`the dialogue is ${found}`);
    return found.runner;
  };
  const puzzle = async () => (await live()).state().puzzle as Puzzle;
  const wish = async (value: number) => {
    const [organiser = ''] = Object.keys((await live()).state().people as object);
    return app.dialogues.command(dialogue, organiser, 'puzzle.wish', { wish: value });
  };

  test('[W1] a result comes back as one command, also when its order runs again', async () => {
    for (const value of [2, 3]) expect(await wish(value)).toMatchObject({ ok: true });
    const position = (await live()).seq();
    const key = await place();
    await expect.poll(() => standing(key)).toBe('done');
    expect((await puzzle()).solutions).toEqual([{ sum: 5, basedOn: position }]);
    // As if the process had been killed after the command was committed and before the order was done.
    const again = dialogueWork({
      dialogues: app.dialogues,
      run: async () => ({ basedOn: (await live()).seq(), result: { sum: 1_000 } }),
    });
    await again(order(), key, new AbortController().signal);
    expect((await puzzle()).solutions).toHaveLength(1);
  });

  test('[W2] [W3] a result that the dialogue has overtaken is refused by the rules, and the order says so', async () => {
    const before = (await puzzle()).solutions;
    const key = await place({ input: { waitFor: 'overtaking' } });
    await expect
      .poll(async () => {
        expect(await wish(1)).toMatchObject({ ok: true });
        return standing(key);
      })
      .toBe('failed');
    expect(await app.work.orders.find(key)).toMatchObject({ reason: expect.stringContaining('puzzle.stale') });
    expect((await puzzle()).solutions).toEqual(before);
  });

  test('[W4] an order that runs while its server stops is carried out by the next one', async () => {
    const key = await place({ input: { waitFor: 'overtaking' } });
    await expect.poll(() => app.work.figures().running).toBe(1);
    await app.stop();
    app = await start();
    expect(await standing(key)).toBe('waiting');
    await expect.poll(async () => (await wish(1)).ok && standing(key)).toBe('failed');
  });

  test.each([
    [{ task: 'divine' }, 'unknown'],
    [{ command: 'puzzle.forget' }, 'unknown'],
    [{ dialogue: randomUUID() }, 'unknown'],
    [{ command: 'about.end', actor: 'engine' as const }, 'malformed'],
  ])('[W1] what cannot be carried out ends with a reason: %o', async (change, reason) => {
    const key = await place(change);
    await expect.poll(() => standing(key)).toBe('failed');
    expect(await app.work.orders.find(key)).toMatchObject({ attempts: 1, reason: expect.stringContaining(reason) });
  });
});
