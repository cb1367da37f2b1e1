import type { Recorded } from '@multaqa/shared/kernel/slice';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ada, ben, createDialogue, factAt, take } from '../testing/dialogue.ts';
import type { Bench } from '../testing/store-bench.ts';
import type { AppendResult, Batch, Done, Lease, LoadedDialogue } from './store.ts';

const anyData = fc.jsonValue().map(value => JSON.parse(JSON.stringify(value)));
const anyName = fc.string({ minLength: 1, unit: 'binary' }).map(name => name.replaceAll('\0', ' '));
const anyPersonal = fc.option(
  fc.record({ person: fc.constantFrom(ada, ben), name: anyName, email: fc.option(anyName) }),
);

const anyIds = Array.from({ length: 21 }, (_, at) => `${at}`);

/** What happens to one dialogue, one thing after another. */
const anyStep = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      does: fc.constant('append' as const),
      facts: fc.array(fc.record({ data: anyData, personal: anyPersonal }), { maxLength: 4 }),
      command: fc.option(fc.integer({ min: 0, max: 20 })),
      off: fc.constantFrom(0, 0, 0, 0, -1, 1),
      stale: fc.constantFrom(false, false, false, true),
    }),
  },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('snapshot' as const) }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('lease' as const) }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('erase' as const), person: fc.constantFrom(ada, ben) }) },
);

export function randomSuite(bench: Bench): void {
  it('[S1] [S2] [S3] [S4] [S6] [S7] [S8] whatever happens, what is loaded is what was accepted', {
    timeout: 120_000,
  }, async () => {
    let runs = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(anyStep, { maxLength: 12 }), async steps => {
        runs += 1;
        const id = `random-${runs}`;
        const { dialogues } = bench.store;
        const model: { facts: Recorded[]; done: Done[] } = { facts: [], done: [] };
        let snapshot: LoadedDialogue['snapshot'] = null;
        let former: Lease | null = null;
        let lease = await createDialogue(bench.store, id);
        for (const step of steps) {
          if (step.does === 'lease') {
            former = lease;
            lease = await take(bench.store, 'here', 0, id);
          } else if (step.does === 'snapshot') {
            const [seq, text] = [model.facts.length, `${model.facts.length} facts`];
            snapshot = { seq, slices: { facts: { version: 1, keys: ['state'] } } };
            const slices = { facts: { version: 1, parts: { state: text } } };
            expect(await dialogues.saveSnapshot(lease, { seq, slices })).toBe('saved');
          } else if (step.does === 'erase') {
            snapshot = null;
            model.facts = model.facts.map(fact =>
              fact.personal?.person === step.person ? { ...fact, personal: null } : fact,
            );
            await dialogues.erase(id, step.person);
          } else {
            const at = Math.max(0, model.facts.length + step.off);
            const facts = step.facts.map(({ data, personal }, index) => factAt(at + index + 1, data, personal));
            const done =
              step.command === null ? [] : [{ command: `${step.command}`, actor: ada, seq: at + facts.length }];
            const batch: Batch = {
              lease: step.stale && former ? former : lease,
              after: at,
              facts,
              done,
              excerpt: null,
              deadline: null,
            };
            const expected = outcome(batch, lease, model);
            expect(await dialogues.append(batch)).toBe(expected);
            if (expected === 'appended') model.facts.push(...facts);
            if (expected === 'appended') model.done.push(...done);
          }
        }
        const facts = model.facts.slice(snapshot?.seq ?? 0);
        const again = (await bench.reopen()).dialogues;
        expect(await again.load(id)).toEqual({
          snapshot,
          facts,
          seq: model.facts.length,
          lastAt: model.facts.at(-1)?.at ?? 0,
        });
        if (snapshot) {
          const part = { seq: snapshot.seq, slice: 'facts', keys: ['state'] };
          expect(await again.snapshotParts(id, part)).toEqual([`${snapshot.seq} facts`]);
        }
        expect(new Set(await again.accepted(id, anyIds))).toEqual(new Set(model.done));
      }),
      { numRuns: 25 },
    );
  });
}

function outcome(batch: Batch, lease: Lease, { facts, done }: { facts: Recorded[]; done: Done[] }): AppendResult {
  if (batch.lease !== lease) return 'fenced';
  const repeated = batch.done.some(({ command }) => done.some(before => before.command === command));
  return batch.after !== facts.length || repeated ? 'conflict' : 'appended';
}
