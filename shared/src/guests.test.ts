import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Clusters } from './cluster/cluster.state.ts';
import { commandsOf, personInput, type play, playRandom } from './dialogue.samples.ts';
import { type DialogueView, dialogueRules as rules } from './dialogue.ts';
import { guestsOf } from './guests.ts';
import { ada, sampleIds } from './kernel/messages.samples.ts';
import type { People } from './people/people.state.ts';
import { profilesOf } from './profiles.ts';

const viewFor = (state: ReturnType<typeof play>['state'], role: 'organiser' | 'facilitator') =>
  Object.fromEntries(
    rules.slices.map(slice => [slice.name, rules.viewOf(state, slice, { role, place: null, watches: [] })]),
  ) as DialogueView;

test('views of hosts and the states themselves tell of the same guests: those whom clusters are made of', () => {
  fc.assert(
    fc.property(commandsOf(rules, 40, 'cluster'), sent => {
      const { state } = playRandom(rules, sent);
      const guests = guestsOf(state.people as People, (state.cluster as Clusters).published);
      for (const role of ['organiser', 'facilitator'] as const) {
        const view = viewFor(state, role);
        expect(guestsOf(view.people, view.cluster.published)).toEqual(guests);
        expect(guests.map(({ person }) => person)).toEqual(profilesOf(view.people, view.form).map(one => one.person));
      }
    }),
    { numRuns: 60 },
  );
});

test('a guest has town, languages, role and the cluster that is published', () => {
  const [one, two] = [sampleIds[6] ?? '', sampleIds[7] ?? ''];
  const card = { status: 'active', needs: [], vision: '', email: null, link: 1 } as const;
  const unseen = { invitedAt: null, openedAt: null, joinedAt: null };
  const people: People = {
    [two]: { ...card, ...unseen, ...personInput(two, 'Cleo', { municipality: '', languages: [] }) },
    [one]: {
      ...{ ...card, ...unseen },
      ...personInput(one, 'Ben', { role: 'interpreter', municipality: 'Sfax', country: 'TN', languages: ['ar'] }),
    },
    [ada]: { ...card, ...unseen, ...personInput(ada, 'Ada', { role: 'organiser' }) },
  };
  const published = { clusters: [{ cluster: 'c2', names: { en: 'Water' }, mark: 0 }], of: { [one]: 'c2' } };
  expect(guestsOf(people, { ...published, arrangement: one, publishedAt: 0 })).toEqual(
    [
      { person: one, town: 'Sfax/TN', languages: ['ar'], cluster: 'c2', role: 'interpreter' as const },
      { person: two, town: '', languages: [], cluster: null, role: 'participant' as const },
    ].sort((a, b) => (a.person < b.person ? -1 : 1)),
  );
});
