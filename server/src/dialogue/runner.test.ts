import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dialogueRules as rules } from '@multaqa/shared/dialogue';
import { limits } from '@multaqa/shared/limits';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { card, newId } from '../app.samples.ts';
import { openStore } from '../platform/store/open-store.ts';
import type { Batch, Store } from '../platform/store/store.ts';
import { type Dialogues, openDialogues } from './dialogues.ts';
import { noMetrics } from './engine-metrics.ts';
import { firstFacts } from './first-facts.ts';

const about = { title: 'Local jobs', goal: '', languages: ['en'] };

describe('the runner', () => {
  let folder = '';
  let store: Store;
  let dialogues: Dialogues;
  let now = 1_700_000_000_000;
  const timers = new Map<() => void, number>();
  const [dialogue, ada] = [newId(), newId()];
  const appended: Batch[] = [];
  let append: (batch: Batch) => Promise<'appended' | 'fenced' | 'conflict'>;

  /** Fires what is due by then, the way the real clock would. */
  const pass = async (ms: number) => {
    now += ms;
    for (const [act, instant] of [...timers]) {
      if (instant > now) continue;
      timers.delete(act);
      act();
    }
  };

  const open = (over: Store): Promise<Dialogues> =>
    openDialogues({
      store: over,
      rules,
      clock: {
        now: () => now,
        monotonic: () => now,
        follow() {},
        at(instant, act) {
          if (instant <= now + limits.commitPause) setImmediate(act);
          else timers.set(act, instant);
          return () => timers.delete(act);
        },
      },
      logger: pino({ level: 'silent' }),
      metrics: noMetrics,
      node: 'one',
      effects: [],
      send: () => undefined,
      followers: [],
      loaded: () => undefined,
      crash: () => undefined,
      snapshotEvery: 5,
    });

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'multaqa-runner-'));
    store = await openStore({ kind: 'sqlite', folder });
    const first = firstFacts(rules, now, [
      { kind: 'about.create', input: { ...about, example: false } },
      { kind: 'people.found', input: card(ada, 'Ada', 'organiser') },
    ]);
    if (!first.ok) throw new Error(first.refusal);
    const account = newId();
    await store.doors.addAccount({ account, name: 'Ada', email: null, createdAt: now, revokedAt: null });
    await store.dialogues.create({
      dialogue,
      at: now,
      facts: first.facts,
      excerpt: null,
      owner: { account, person: ada },
    });
    appended.length = 0;
    append = batch => store.dialogues.append(batch);
    const watched: Store = {
      ...store,
      dialogues: {
        ...store.dialogues,
        append(batch) {
          appended.push(batch);
          return append(batch);
        },
      },
    };
    dialogues = await open(watched);
  });
  afterEach(async () => {
    await dialogues.close();
    await store.close();
    await rm(folder, { recursive: true, force: true });
    timers.clear();
  });

  const edit = (title: string, id?: string) => dialogues.command(dialogue, ada, 'about.edit', { ...about, title }, id);

  test('commands that wait together share one transaction, and each gets its own place in the log', async () => {
    await dialogues.open(dialogue);
    const acks = await Promise.all(['One town', 'Two towns', 'Three towns'].map(title => edit(title)));
    expect(acks).toEqual([3, 4, 5].map(seq => ({ ok: true, seq })));
    expect(appended).toHaveLength(1);
  });

  test('nobody hears of what could not be written: all that waited are asked to try again, and may', async () => {
    append = () => Promise.reject(new Error('disk full'));
    const id = newId();
    expect(await Promise.all([edit('One town', id), edit('Two towns')])).toEqual([
      { ok: false, refusal: 'busy' },
      { ok: false, refusal: 'busy' },
    ]);
    append = batch => store.dialogues.append(batch);
    expect(await edit('One town', id)).toEqual({ ok: true, seq: 3 });
    expect(await dialogues.peek(dialogue)).toMatchObject({ about: { title: 'One town' } });
  });

  test('[S9] the same command twice has its facts once, also after a restart', async () => {
    const id = newId();
    const first = await edit('One town', id);
    expect(await edit('One town', id)).toEqual(first);
    await dialogues.close();
    dialogues = await open(store);
    expect(await edit('One town', id)).toEqual(first);
    expect((await store.dialogues.load(dialogue)).facts.filter(({ kind }) => kind === 'about.edited')).toHaveLength(1);
  });

  test('a node whose lease was taken writes nothing more, and reads the other one’s facts when it gets it back', async () => {
    await edit('One town');
    const other = await store.dialogues.lease(dialogue, 'one', now, 30_000);
    expect(other?.epoch).toBeGreaterThan(1);
    expect(await edit('Two towns')).toEqual({ ok: false, refusal: 'elsewhere' });
    expect(await edit('Three towns')).toEqual({ ok: true, seq: 4 });
  });

  test('while another node holds the lease, this one says so', async () => {
    await store.dialogues.lease(dialogue, 'another', now, 30_000);
    expect(await edit('One town')).toEqual({ ok: false, refusal: 'elsewhere' });
  });

  test('the queue of a dialogue is full at its limit', async () => {
    await dialogues.open(dialogue);
    const acks = await Promise.all(Array.from({ length: limits.queue + 1 }, (_, at) => edit(`Town number ${at}`)));
    expect(acks.slice(0, -1).every(({ ok }) => ok)).toBe(true);
    expect(acks.at(-1)).toEqual({ ok: false, refusal: 'busy' });
  });

  test('a stored deadline is kept by the next process', async () => {
    const [session, ben] = [newId(), newId()];
    const as = (kind: string, input: unknown, actor = ada) => dialogues.command(dialogue, actor, kind, input);
    await as('people.add', { people: [card(ben, 'Ben')] });
    await as('sessions.plan', {
      session,
      title: 'Our towns',
      goal: '',
      startsAt: now,
      minutes: 60,
      zone: 'Africa/Tunis',
    });
    await as('sessions.open', { session, admission: 'direct' });
    await as('sessions.enter', { session }, ben);
    await dialogues.command(dialogue, 'engine', 'sessions.lose', { person: ben });
    await dialogues.close();
    timers.clear();
    dialogues = await open(store);
    await expect.poll(() => dialogues.loaded(dialogue)).not.toBeNull();
    const place = () => rules.placeOf(dialogues.loaded(dialogue)?.runner.state() ?? rules.initial, ben);
    expect(place()).not.toBeNull();
    await pass(limits.heldPlace);
    await expect.poll(place).toBeNull();
  });
});
