import { slices, stateQueries } from '@multaqa/shared/dialogue';
import { sessionInput } from '@multaqa/shared/dialogue.samples';
import { composeRules } from '@multaqa/shared/kernel/rules';
import { type AnySlice, accept, type Recorded } from '@multaqa/shared/kernel/slice';
import { afterEach, expect, test } from 'vitest';
import { z } from 'zod';
import { type Browser, foundDialogue, newId, startTestApp, type TestApp } from '../app.samples.ts';
import { connect } from '../client.samples.ts';
import { temporaryFolder } from '../platform/testing/folder.ts';

const { folder, remove } = temporaryFolder();
let app: TestApp | null = null;
afterEach(async () => {
  await app?.close();
  app = null;
});

const all: AnySlice[] = Object.values(slices);
const replaced = (change: (slice: AnySlice) => Partial<AnySlice>) =>
  composeRules(
    all.map(slice => ({ ...slice, ...change(slice) })),
    stateQueries,
  );

/** Starts the next release over the same data. */
async function start(rules: ReturnType<typeof composeRules>, ada: Browser): Promise<Browser> {
  await app?.close();
  app = await startTestApp({ rules, folder, snapshotEvery: 1 });
  return { ...ada, url: app.url };
}

test('a dialogue with a snapshot lives on through releases that change states, facts and slices', async () => {
  app = await startTestApp({ folder, snapshotEvery: 1 });
  const { ada, dialogue } = await foundDialogue(app);
  const [session, plain] = [newId(), composeRules(all, stateQueries)];
  const host = await connect(ada, dialogue);
  await host.command('sessions.plan', sessionInput(session));
  await host.command('sessions.open', { session, admission: 'direct' });
  await host.command('sessions.enter', { session });
  const say = { room: `${session}/plenary`, message: newId(), text: 'kept' };
  expect(await host.command('chat.say', say)).toMatchObject({ ok: true });
  await expect.poll(async () => (await app?.store.dialogues.load(dialogue))?.facts).toEqual([]);
  host.close();
  const before = await app.dialogues.peek(dialogue);

  // A release in which one slice keeps its state in another form: its facts tell it, the others come from the snapshot.
  const told: string[] = [];
  const changed = replaced(slice => ({
    evolve(state: unknown, fact: Recorded) {
      told.push(slice.name);
      return (slice.evolve as (...input: unknown[]) => unknown)(state, fact);
    },
    ...(slice.name === 'chat' && { stateVersion: slice.stateVersion + 1 }),
  }));
  let browser = await start(changed, ada);
  expect(await app.dialogues.peek(dialogue)).toEqual(before);
  expect(new Set(told)).toEqual(new Set(['chat']));

  // A release with one slice more: it begins empty, and works.
  const salt: AnySlice = {
    name: 'salt',
    messages: {
      add: { input: z.strictObject({}), by: { organiser: 'dialogue' }, phases: ['live'], rate: 'light', bytes: 16 },
    },
    facts: { 'salt.added': z.strictObject({}) },
    refusals: [],
    initial: { grams: 0 },
    stateVersion: 1,
    factVersion: 1,
    decide: { add: () => accept({ kind: 'salt.added', data: {} }) },
    evolve: ({ grams }: { grams: number }) => ({ grams: grams + 1 }),
    view: (state: unknown) => state,
  };
  browser = await start(composeRules([...all, salt], stateQueries), ada);
  const salting = await connect(browser, dialogue);
  expect(salting.view()).toMatchObject({ salt: { grams: 0 } });
  expect(await salting.command('salt.add', {})).toMatchObject({ ok: true });
  await salting.until('salt', view => (view as unknown as { salt: { grams: number } }).salt.grams === 1);
  salting.close();

  // A release in which a fact says more than it used to: older ones are read in today's form.
  const upcast = replaced(slice =>
    slice.name === 'chat'
      ? {
          stateVersion: slice.stateVersion + 2,
          factVersion: 2,
          upcast: ({ kind, data }: { kind: string; data: unknown }) => ({
            kind,
            data: kind === 'chat.said' ? { ...(data as object), text: 'kept, and translated' } : data,
          }),
        }
      : {},
  );
  await start(upcast, ada);
  expect(JSON.stringify(await app.dialogues.peek(dialogue))).toContain('kept, and translated');
  const newer = await connect({ ...ada, url: app.url }, dialogue);
  expect(await newer.command('chat.say', { ...say, message: newId(), text: 'new' })).toMatchObject({ ok: true });
  newer.close();

  // Going back: what a later release wrote is not guessed at. The dialogue waits for a server that knows it.
  await start(plain, ada);
  expect(await app.dialogues.peek(dialogue)).toBe('quarantined');
  await start(upcast, ada);
  expect(JSON.stringify(await app.dialogues.peek(dialogue))).toContain('"new"');
  remove();
});
