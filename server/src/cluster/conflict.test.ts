import type { Profile } from '@multaqa/shared/cluster/analysis/profile';
import { type HardRules, type Settings, usualSettings } from '@multaqa/shared/cluster/analysis/profile';
import { noRules, personAt, rosterOf } from '@multaqa/shared/cluster/analysis/profiles.samples';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { propose } from './propose.ts';
import { settingsFor } from './rosters.samples.ts';

/** [C6] Demands that contradict each other are named, none too many. */

const ask = (people: readonly Profile[], settings: Partial<Settings> = {}) =>
  propose(people, [], { ...usualSettings, ...settings }, { progress() {}, isCancelled: () => false });
const withRules = (rules: Partial<HardRules>) => ({ rules: { ...noRules, ...rules } });

describe('[C6] contradictions', () => {
  const roster = rosterOf(12, 4).map((known, at) => ({ ...known, municipality: `Town ${at}` }));
  const [ada, ben, cleo, dina] = [0, 1, 2, 3].map(personAt) as [string, string, string, string];
  test.each<[string, Partial<Settings>, object[]]>([
    ['sizes', { ...withRules({ min: 5, max: 5 }) }, [{ rule: 'max' }, { rule: 'min' }]],
    ['count and size', { ...withRules({ max: 3 }), count: 2 }, [{ rule: 'max' }, { rule: 'count' }]],
    [
      'together and apart',
      withRules({
        together: [
          [ada, ben],
          [ben, cleo],
          [ada, dina],
        ],
        apart: [[ada, cleo]],
      }),
      [{ rule: 'together', people: [ada, ben] }, { rule: 'together', people: [ben, cleo] }, { rule: 'apart' }],
    ],
    [
      'a list longer than a cluster',
      withRules({ together: [[ada, ben, cleo]], max: 2 }),
      [{ rule: 'together' }, { rule: 'max' }],
    ],
    [
      'more to keep apart than clusters',
      { ...withRules({ apart: [[ada, ben, cleo, dina]] }), count: 3 },
      [{ rule: 'apart' }, { rule: 'count' }],
    ],
  ])('%s: the smallest set is named', async (_, settings, demands) => {
    expect(await ask(roster, settings)).toMatchObject({ status: 'impossible', demands, isProven: true });
  });

  const [eva] = [personAt(4)];
  test.each<[string, string[][], boolean]>([
    [
      'three, which is proved',
      [
        [ada, ben],
        [ben, cleo],
        [ada, cleo],
      ],
      true,
    ],
    [
      'five, which is only searched in vain',
      [
        [ada, ben],
        [ben, cleo],
        [cleo, dina],
        [dina, eva],
        [eva, ada],
      ],
      false,
    ],
  ])('two clusters, and pairs who stay apart in a ring of %s', async (_, apart, isProven) => {
    const proposal = await ask(roster, { ...withRules({ apart }), count: 2 });
    expect(proposal).toMatchObject({ status: 'impossible', isProven });
    expect(proposal).toHaveProperty('demands.length', apart.length + 1);
  });

  test('leaving out any one of what is named helps', async () => {
    for (const settings of fc.sample(settingsFor(15), { numRuns: 40, seed: 3 })) {
      const people = rosterOf(15, 8);
      const proposal = await ask(people, settings);
      if (proposal.status !== 'impossible') continue;
      for (const left of proposal.demands) {
        const rest = proposal.demands.filter(demand => demand !== left);
        const rules = { ...noRules };
        let count: number | null = null;
        for (const demand of rest) {
          if (demand.rule === 'count') count = demand.count;
          if (demand.rule === 'min') rules.min = demand.min;
          if (demand.rule === 'max') rules.max = demand.max;
          if (demand.rule === 'language') rules.sharedLanguage = true;
          if (demand.rule === 'municipality') rules.perMunicipality = demand.most;
          if (demand.rule === 'together') rules.together = [...rules.together, [...demand.people]];
          if (demand.rule === 'apart') rules.apart = [...rules.apart, [...demand.people]];
        }
        expect((await ask(people, { ...settings, count, rules })).status).toBe('proposed');
      }
    }
  });
});
