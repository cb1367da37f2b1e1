import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { dialogueRules as rules } from '@multaqa/shared/dialogue';
import { rareHistories, seededHistories } from '@multaqa/shared/dialogue.coverage.samples';
import type { Recorded } from '@multaqa/shared/kernel/slice';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadDialogue } from '../dialogue/load-dialogue.ts';
import { snapshotOf } from '../dialogue/snapshot.samples.ts';
import { partsOf } from '../dialogue/state-parts.ts';
import { openStore } from '../platform/store/open-store.ts';
import { sqliteFile } from '../platform/store/sqlite.ts';
import type { Store } from '../platform/store/store.ts';
import { temporaryFolder } from '../platform/testing/folder.ts';

/** What a release has left on disk of one dialogue: its facts, and the rows of its snapshot as the database kept them. */
type Kept = { facts: Recorded[]; snapshot: { seq: number; slices: string; sha256: string }; parts: Part[] };
type Part = { slice: string; key: string; text: string };

const account = '00000000-0000-4000-8000-000000000000';
const folder = fileURLToPath(new URL('./golden/', import.meta.url));

/** `GOLDEN=0.2.0 npm test -- golden` records what this release writes, before it goes out. */
const release = process.env.GOLDEN;
if (release)
  writeFileSync(`${folder}${release}.json`, `[${(await record()).map(kept => JSON.stringify(kept)).join(',\n')}]\n`);

const releases = readdirSync(folder)
  .filter(name => name.endsWith('.json'))
  .map(name => ({ name, kept: JSON.parse(readFileSync(folder + name, 'utf8')) as Kept[] }))
  .sort((a, b) => a.name.localeCompare(b.name, 'en', { numeric: true }));

/** A few histories that hold every kind of fact between them: each time the one that adds most (greedy set cover; Chvatal 1979). */
function histories(): Recorded[][] {
  const missing = new Set(rules.slices.flatMap(({ facts }) => Object.keys(facts)));
  const chosen: Recorded[][] = [];
  const all = [...seededHistories(rules, 100), ...rareHistories(rules)].map(({ log }) => log);
  const kinds = new Map(all.filter(({ length }) => length < 200).map(log => [log, new Set(log.map(one => one.kind))]));
  for (;;) {
    const added = ([log, own]: [Recorded[], Set<string>]) => ({ log, count: missing.intersection(own).size });
    const { log, count } = [...kinds].map(added).reduce((best, one) => (one.count > best.count ? one : best));
    if (count === 0) return chosen;
    chosen.push(log);
    for (const { kind } of log) missing.delete(kind);
  }
}

async function record(): Promise<Kept[]> {
  const { store, database, hold, close } = await openBase();
  const kept: Kept[] = [];
  for (const facts of histories()) {
    const dialogue = await hold(facts);
    const { state, seq } = await loadDialogue(dialogue, rules, store.dialogues);
    const lease = await store.dialogues.lease(dialogue, 'recorder', 0, 60_000);
    if (lease) await store.dialogues.saveSnapshot(lease, snapshotOf(rules, state, seq));
    const row = database.prepare('SELECT seq, slices, sha256 FROM snapshot WHERE dialogue = ?').get(dialogue);
    const parts = database
      .prepare('SELECT slice, key, text FROM snapshot_part WHERE dialogue = ? ORDER BY slice, key')
      .all(dialogue) as Part[];
    kept.push({ facts, snapshot: { ...(row as Kept['snapshot']) }, parts: parts.map(part => ({ ...part })) });
  }
  await close();
  return kept;
}

/** A database for dialogues that each hold what they are given. */
async function openBase() {
  const { folder: data, remove } = temporaryFolder();
  const store: Store = await openStore({ kind: 'sqlite', folder: data });
  await store.doors.addAccount({ account, name: 'Ada', email: null, createdAt: 0, revokedAt: null });
  const database = new DatabaseSync(`${data}/${sqliteFile}`);
  return {
    store,
    database,
    async hold(facts: Recorded[]): Promise<string> {
      const dialogue = randomUUID();
      await store.dialogues.create({ dialogue, at: 0, facts, excerpt: null, owner: { account, person: account } });
      return dialogue;
    },
    async close() {
      database.close();
      await store.close();
      remove();
    },
  };
}

describe.each(releases)('what release $name left on disk', ({ kept }) => {
  let base: Awaited<ReturnType<typeof openBase>>;
  beforeAll(async () => {
    base = await openBase();
  });
  afterAll(() => base.close());

  test.each(kept.map((_, at) => [at]))(
    'dialogue %d is told by its log and by its snapshot alike, and both as it was',
    async at => {
      const { facts, snapshot, parts } = kept[at] as Kept;
      const { store, database, hold } = base;
      const dialogue = await hold(facts);
      const told = await loadDialogue(dialogue, rules, store.dialogues);
      database
        .prepare('INSERT INTO snapshot (dialogue, seq, slices, sha256) VALUES (?, ?, ?, ?)')
        .run(dialogue, snapshot.seq, snapshot.slices, snapshot.sha256);
      for (const { slice, key, text } of parts)
        database
          .prepare('INSERT INTO snapshot_part (dialogue, slice, key, text) VALUES (?, ?, ?, ?)')
          .run(dialogue, slice, key, text);
      expect(await store.dialogues.load(dialogue)).toMatchObject({ snapshot: { seq: snapshot.seq }, facts: [] });
      const fromSnapshot = await loadDialogue(dialogue, rules, store.dialogues);
      expect(fromSnapshot.state).toEqual(told.state);
      // A state that changed its form has another version; with the same version it must be what that release had.
      const then = JSON.parse(snapshot.slices) as Record<string, { version: number }>;
      for (const slice of rules.slices) {
        if (then[slice.name]?.version !== slice.stateVersion) continue;
        const texts = parts.filter(part => part.slice === slice.name).map(({ key, text }) => [key, JSON.parse(text)]);
        expect(told.state[slice.name], slice.name).toEqual(partsOf(slice).join(Object.fromEntries(texts)));
      }
    },
  );

  test.each(kept.map((_, at) => [at]))('dialogue %d can be shown, told and gone on with', async at => {
    const { facts } = kept[at] as Kept;
    const { state, seq, lastAt } = await loadDialogue(await base.hold(facts), rules, base.store.dialogues);
    for (const person of Object.keys(state.people as object)) {
      const audience = rules.audienceOf(state, person);
      for (const slice of audience ? rules.slices : [])
        rules.viewOf(state, slice, audience as NonNullable<typeof audience>);
      rules.ownOf(state, person);
    }
    const faults: unknown[] = [];
    const report = (fault: unknown) => faults.push(fault);
    rules.report(state, report);
    rules.tick(state, rules.deadline(state, report) ?? lastAt, seq, report);
    expect(faults).toEqual([]);
  });
});

test('the newest record holds every kind of fact that is written today, in the form in which it is written', () => {
  const written = new Set(releases.at(-1)?.kept.flatMap(({ facts }) => facts.map(({ kind, v }) => `${kind} ${v}`)));
  const expected = rules.slices.flatMap(({ facts, factVersion }) =>
    Object.keys(facts).map(kind => `${kind} ${factVersion}`),
  );
  expect(expected.filter(kind => !written.has(kind))).toEqual([]);
});
