import fc from 'fast-check';
import { expect, test } from 'vitest';
import { beginning, commandsOf, personInput, play, playRandom, type Sent } from './dialogue.samples.ts';
import { type DialogueView, dialogueRules as rules } from './dialogue.ts';
import { ada, ben, cleo, dina, sampleIds } from './kernel/messages.samples.ts';
import type { Form } from './people/form/form.state.ts';
import type { People } from './people/people.state.ts';
import { profilesOf } from './profiles.ts';

const viewFor = (state: ReturnType<typeof play>['state'], role: 'organiser' | 'facilitator') =>
  Object.fromEntries(
    rules.slices.map(slice => [slice.name, rules.viewOf(state, slice, { role, place: null, watches: [] })]),
  ) as DialogueView;

test('views of hosts and the states themselves tell the same of everybody who is grouped, in the order of their ids', () => {
  fc.assert(
    fc.property(commandsOf(rules, 40, 'form'), (sent: Sent[]) => {
      const { state } = playRandom(rules, sent);
      const profiles = profilesOf(state.people as People, state.form as Form);
      for (const role of ['organiser', 'facilitator'] as const) {
        const view = viewFor(state, role);
        expect(profilesOf(view.people, view.form)).toEqual(profiles);
      }
      const grouped = Object.values(state.people as People).filter(
        ({ role, status }) => status === 'active' && role !== 'organiser' && role !== 'observer',
      );
      expect(profiles.map(({ person }) => person)).toEqual(grouped.map(({ person }) => person).sort());
    }),
    { numRuns: 60 },
  );
});

test('a profile holds what somebody has said and is still asked', () => {
  const interpreter = sampleIds[6] ?? '';
  const { state } = play(
    rules,
    [
      ...beginning,
      {
        by: ada,
        kind: 'people.add',
        input: { people: [personInput(interpreter, 'Ben', { email: '', role: 'interpreter' })] },
      },
      {
        by: ada,
        kind: 'form.list',
        input: { needs: ['Finance', 'Water'].map(en => ({ need: null, names: { en } })) },
      },
      { by: ada, kind: 'form.ask', input: { field: null, kind: 'number', names: { en: 'Staff' }, choices: [] } },
      { by: cleo, kind: 'people.describe', input: { person: cleo, needs: ['A cold store'], vision: 'Fresh guava' } },
      {
        by: cleo,
        kind: 'form.answer',
        input: {
          person: cleo,
          region: 'Rhineland',
          townSize: 'under-1m',
          needs: ['n2', 'n1'],
          fields: [{ field: 'f1', value: 7 }],
        },
      },
      { by: ada, kind: 'form.unlist', input: { need: 'n2' } },
    ].map(one => ({ at: 2e12, ...one })) as Sent[],
  );
  const profiles = profilesOf(state.people as People, state.form as Form);
  expect(profiles.map(({ person }) => person)).toEqual([ben, cleo, interpreter]);
  expect(profiles.map(({ person }) => person)).not.toContain(dina);
  expect(profiles.map(({ interprets }) => interprets)).toEqual([false, false, true]);
  expect(profiles[1]).toEqual({
    person: cleo,
    municipality: 'Bonn',
    country: 'DE',
    region: 'Rhineland',
    townSize: 'under-1m',
    languages: ['en'],
    needs: ['n1'],
    ownNeeds: ['A cold store'],
    vision: 'Fresh guava',
    fields: { f1: 7 },
    interprets: false,
  });
});
