import { proposalOf } from '@multaqa/shared/cluster/cluster.samples';
import { dialogueRules as rules } from '@multaqa/shared/dialogue';
import { beginning, play, type Sent } from '@multaqa/shared/dialogue.samples';
import { ada, ben, cleo } from '@multaqa/shared/kernel/messages.samples';
import type { Recorded } from '@multaqa/shared/kernel/slice';
import { expect, test } from 'vitest';
import { WorkFailed, type WorkFailure } from '../platform/work-failed.ts';
import { placeLateComers } from './cluster.effects.ts';

const arrangement = '00000009-0000-4000-8000-000000000009';
const at = 1_600_000_000_000;
const sent = (kind: string, input: object): Sent => ({ by: ada, kind: `cluster.${kind}`, input, at });

/** Ben has a published cluster, Cleo has none and goes to the smallest one as soon as a search has found it. */
function bench(search: () => Promise<string | null>) {
  const { state } = play(
    rules,
    [
      ...beginning,
      sent('propose', proposalOf(arrangement, [[ben]])),
      sent('publish', { arrangement }),
      sent('late', { rule: 'smallest' }),
    ].map(one => ({ ...one, at })),
  );
  const reports: unknown[] = [];
  const commands: unknown[] = [];
  const effect = placeLateComers(
    Promise.resolve({
      dialogues: {
        peek: async () => state,
        command: async (_dialogue, _by, kind, input) => {
          commands.push([kind, input]);
          return { ok: true, seq: 9 };
        },
      },
      find: search,
      report: (_, error) => reports.push(error),
    }),
  );
  const fact = { kind: 'people.joined', data: { person: cleo }, seq: 8 } as unknown as Recorded;
  return { reports, commands, run: async () => effect.run('a dialogue', fact) };
}

test.each(['failed', 'memory', 'silent'] satisfies WorkFailure[])(
  'a search that fails for good (%s) is told to the log and given up, so that what comes after it goes on',
  async code => {
    const { run, reports, commands } = bench(() => Promise.reject(new WorkFailed('place', code)));
    await run();
    expect(reports).toEqual([expect.objectContaining({ code })]);
    expect(commands).toEqual([]);
  },
);

test.each(['busy', 'closed', 'cancelled'] satisfies WorkFailure[])(
  'a search that could not be made now (%s) is tried again',
  async code => {
    const { run, reports } = bench(() => Promise.reject(new WorkFailed('place', code)));
    await expect(run()).rejects.toMatchObject({ code });
    expect(reports).toEqual([]);
  },
);

test('who is found a place is put there', async () => {
  const { run, commands } = bench(async () => 'c1');
  await run();
  expect(commands).toEqual([['cluster.place', { person: cleo, cluster: 'c1' }]]);
});
