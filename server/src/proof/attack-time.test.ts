import { slices, stateQueries } from '@multaqa/shared/dialogue';
import { sessionInput } from '@multaqa/shared/dialogue.samples';
import { composeRules } from '@multaqa/shared/kernel/rules';
import { type AnySlice, accept, type Recorded } from '@multaqa/shared/kernel/slice';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import {
  type Browser,
  card,
  copyLinks,
  foundDialogue,
  newId,
  redeem,
  startTestApp,
  type TestApp,
} from '../app.samples.ts';
import { type Client, connect } from '../client.samples.ts';
import { openClock } from '../platform/clock.ts';
import { temporaryFolder } from '../platform/testing/folder.ts';
import { onBothDatabases } from './attack.samples.ts';

const hour = 3_600_000;
const day = 24 * hour;

/** `DEADLINES=10000 npm test -- attack-time` is the long run. */
const deadlines = Number(process.env.DEADLINES ?? 1_000);

type Bell = { due: number | null; rung: number };
const messages = {
  set: {
    input: z.strictObject({ after: z.int() }),
    by: { organiser: 'dialogue', engine: 'dialogue' },
    phases: ['preparing', 'live'],
    rate: 'light',
    bytes: 64,
  },
} as const;

/** A slice of this test alone: a bell that rings once after so many milliseconds. */
const bell: AnySlice = {
  name: 'bell',
  messages,
  facts: { 'bell.set': z.strictObject({ due: z.int() }), 'bell.rung': z.strictObject({}) },
  refusals: [],
  initial: { due: null, rung: 0 },
  stateVersion: 1,
  factVersion: 1,
  decide: {
    set: (_: Bell, input: { after: number }, { now }: { now: number }) =>
      accept({ kind: 'bell.set', data: { due: now + input.after } }),
  },
  evolve: ({ rung }: Bell, { kind, data }: Recorded): Bell =>
    kind === 'bell.set' ? { due: (data as { due: number }).due, rung } : { due: null, rung: rung + 1 },
  view: ({ rung }: Bell) => ({ rung }),
  deadline: ({ due }: Bell) => due,
  tick: ({ due }: Bell, { now }: { now: number }) =>
    due !== null && due <= now ? [{ kind: 'bell.rung', data: {} }] : [],
};
const rules = composeRules([...Object.values(slices), bell], stateQueries);
const rungOf = (state: unknown): number => (state as { bell: Bell }).bell.rung;

/** A server whose system clock somebody sets. */
async function startOnClock({ step: first = 0, ...options }: Parameters<typeof startTestApp>[0] & { step?: number }) {
  let step = first;
  const clock = openClock({ wall: () => Date.now() + step });
  const app = await startTestApp({ rules, clock, logger: pino({ level: 'silent' }), ...options });
  return {
    app,
    set(ms: number) {
      step = ms;
    },
  };
}

onBothDatabases('time', env => {
  let app: TestApp;
  let set: (ms: number) => void;
  let ada: Browser;
  let dialogue = '';
  let host: Client;
  let ben: Client;
  const [benId, session] = [newId(), newId()];

  beforeAll(async () => {
    ({ app, set } = await startOnClock({ env: env() }));
    ({ ada, dialogue } = await foundDialogue(app));
    host = await connect(ada, dialogue);
    await host.command('people.add', { people: [card(benId, 'Ben')] });
    await host.command('sessions.plan', sessionInput(session));
    await host.command('sessions.open', { session, admission: 'direct' });
    ben = await connect(await redeem(app.url, (await copyLinks(ada, dialogue, [benId]))[benId] ?? ''), dialogue);
    await ben.command('sessions.enter', { session });
  });
  afterAll(async () => {
    host.close();
    ben.close();
    await app.stop();
  });

  /** Sets the bell of a dialogue and resolves when it has rung for this time. */
  async function ring(on: TestApp, id: string, after: number): Promise<void> {
    const rung = () => rungOf(on.dialogues.loaded(id)?.runner.state());
    await on.dialogues.open(id);
    const before = rung();
    expect(await on.dialogues.command(id, 'engine', 'bell.set', { after })).toMatchObject({ ok: true });
    await expect.poll(rung, { interval: 2 }).toBe(before + 1);
  }

  test(`of ${deadlines} deadlines in quiet dialogues none is lost`, { timeout: 600_000 }, async () => {
    const quiet: string[] = [];
    for (let at = 0; at < 20; at += 1) {
      const { body } = await ada.post('/dialogues', { title: 'Local jobs', goal: '', languages: ['en'] });
      quiet.push(String(body.dialogue));
    }
    const rounds = Math.ceil(deadlines / quiet.length);
    await Promise.all(
      quiet.map(async id => {
        for (let round = 0; round < rounds; round += 1) await ring(app, id, round % 7);
      }),
    );
  });

  const ofBen = (vision: string) => ({ person: benId, languages: ['en'], needs: [], vision });

  test('the system’s clock is set back and forth by a day: nobody is refused, nobody waits, no seat and no session ends', async () => {
    for (const step of [-10_000, -hour, day, 0, -day, 0]) {
      set(step);
      const what = `after a step to ${step} ms`;
      expect(await ben.command('people.describe', ofBen(what)), what).toMatchObject({ ok: true });
      expect(await host.command('about.edit', { title: what, goal: '', languages: ['en'] }), what).toMatchObject({
        ok: true,
      });
      await ring(app, dialogue, 5);
      const { sessions } = ben.view() as unknown as { sessions: Record<string, { status: string; seats: object }> };
      expect(sessions[session], what).toMatchObject({ status: 'open', seats: { [benId]: { lostAt: null } } });
    }
  });

  test.each([
    ['a day ahead', day, 0],
    ['a day behind', -day, 0],
    ['right', 0, -day],
  ])('a deadline that was set while the clock was %s is kept by the next process', async (_, first, then) => {
    const temporary = temporaryFolder();
    const database = { folder: temporary.folder, env: env() };
    const before = await startOnClock({ ...database, step: first });
    const founded = await foundDialogue(before.app);
    await ring(before.app, founded.dialogue, 1);
    await before.app.dialogues.command(founded.dialogue, 'engine', 'bell.set', { after: 400 });
    await before.app.close();
    const after = await startOnClock({ ...database, step: then });
    // An instant that lies a day back is due at once, one that lies a day ahead keeps its distance from the last fact.
    await expect
      .poll(() => rungOf(after.app.dialogues.loaded(founded.dialogue)?.runner.state() ?? { bell: { rung: 0 } }))
      .toBe(2);
    await after.app.close();
    temporary.remove();
  });
});
