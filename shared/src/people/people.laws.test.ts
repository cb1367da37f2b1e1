import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  attempt,
  beginning,
  commandsOf,
  type Play,
  personInput,
  play,
  playRandom,
  type Sent,
} from '../dialogue.samples.ts';
import { opensFor, dialogueRules as rules } from '../dialogue.ts';
import type { State } from '../kernel/composition.ts';
import { ada, ben, cleo, sampleIds } from '../kernel/messages.samples.ts';
import { active, type People, placesOf, roleOf } from './people.state.ts';
import { viewOf } from './people.view.ts';

const forOrganisersAlone = ['email', 'link', 'invitedAt', 'openedAt', 'joinedAt'];
const peopleOf = (state: State) => state.people as People;

function steps(holds: (before: Play, after: Play) => void): void {
  fc.assert(
    fc.property(commandsOf(rules, 45, 'people'), (sent: Sent[]) => {
      let before = playRandom(rules, []);
      for (const one of sent) {
        const after = playRandom(rules, [one], before);
        holds(before, after);
        before = after;
      }
    }),
    { numRuns: 60 },
  );
}

const always = (holds: (people: People, state: State) => void) =>
  steps((_, { state }) => holds(peopleOf(state), state));

describe('whatever is sent', () => {
  test('[P1] nobody vanishes from the roster, and no id changes its owner', () => {
    steps((before, after) => {
      for (const [id, person] of Object.entries(peopleOf(before.state)))
        expect(peopleOf(after.state)[id]?.person).toBe(person.person);
    });
  });

  test('[P1] an address belongs to one of those who take part, whatever its case', () => {
    always(people => {
      const addresses = active(people).flatMap(({ email }) => (email ? [email.toLowerCase()] : []));
      expect(new Set(addresses).size).toBe(addresses.length);
    });
  });

  test('[P1] nobody comes back with an address that somebody else has now', () => {
    const at = 1_600_000_100_000;
    const email = fc.constantFrom('cleo@example.org', 'CLEO@example.org', 'other@example.org');
    fc.assert(
      fc.property(email, address => {
        const card = personInput(ben, 'Ben', { email: address, role: 'facilitator' });
        const removed = play(
          rules,
          [
            { by: ada, kind: 'people.remove', input: { people: [cleo] }, at },
            { by: ada, kind: 'people.edit', input: card, at },
          ],
          play(rules, beginning),
        );
        const back = attempt(rules, { by: ada, kind: 'people.restore', input: { people: [cleo] }, at }, removed);
        const isFree = address === 'other@example.org';
        expect(back.outcomes.at(-1)).toMatchObject(
          isFree ? { ok: true } : { ok: false, refusal: 'people.email-taken' },
        );
      }),
    );
  });

  test('[P2] somebody always organises, once the dialogue is founded', () => {
    steps((before, after) => {
      const organisers = ({ state }: Play) => active(peopleOf(state)).filter(({ role }) => role === 'organiser').length;
      if (organisers(before) > 0) expect(organisers(after)).toBeGreaterThan(0);
    });
  });

  test('[P3] [P4] a link opens for those who take part, in one version, which only grows', () => {
    steps((before, after) => {
      for (const [id, { link, status }] of Object.entries(peopleOf(after.state))) {
        expect(link).toBeGreaterThanOrEqual(peopleOf(before.state)[id]?.link ?? 1);
        const opening = [link - 1, link, link + 1].filter(version => opensFor(after.state, id, version));
        expect(opening).toEqual(status === 'active' ? [link] : []);
        if (status === 'removed') expect(roleOf(peopleOf(after.state), id)).toBeNull();
      }
    });
  });

  test('[P5] no name and no address of anybody stands in the data of a fact', () => {
    steps((_, { log }) => {
      for (const { data } of log) {
        expect(JSON.stringify(data)).not.toContain('@example.org');
        expect(Object.keys(data as object)).not.toContain('name');
      }
    });
  });

  test('[P6] [P9] hosts see what somebody needs, organisers their address, the others neither', () => {
    always(people => {
      const shown = (role: 'organiser' | 'facilitator' | 'participant') =>
        Object.values(viewOf(people, { role, place: null, watches: [] }));
      for (const card of shown('participant'))
        for (const key of ['needs', 'vision', ...forOrganisersAlone]) expect(card).not.toHaveProperty(key);
      for (const card of shown('facilitator')) {
        expect(card).toHaveProperty('needs');
        for (const key of forOrganisersAlone) expect(card).not.toHaveProperty(key);
      }
      expect(shown('organiser')).toEqual(Object.values(people));
    });
  });

  test('[P6] a card stays the same object until its person changes', () => {
    steps((before, after) => {
      const audience = { role: 'participant', place: null, watches: [] } as const;
      const [then, now] = [viewOf(peopleOf(before.state), audience), viewOf(peopleOf(after.state), audience)];
      for (const id of Object.keys(then))
        if (peopleOf(before.state)[id] === peopleOf(after.state)[id]) expect(now[id]).toBe(then[id]);
    });
  });

  test('[P7] a card changes by its owner’s word or an organiser’s, and by nobody else’s', () => {
    steps((before, after) => {
      for (const { kind, data, actor } of after.log.slice(before.log.length)) {
        if (!kind.startsWith('people.') || actor === 'engine') continue;
        const { person } = data as { person: string };
        const isOwn = kind === 'people.described' && person === actor;
        expect(isOwn || roleOf(peopleOf(before.state), actor) === 'organiser').toBe(true);
      }
    });
  });

  test('[P10] a link is opened and joined by once at most, and a new one begins untouched', () => {
    steps((before, after) => {
      const [then, now] = [peopleOf(before.state), peopleOf(after.state)];
      for (const { kind, data } of after.log.slice(before.log.length)) {
        const { person } = data as { person: string };
        if (kind === 'people.opened') expect(then[person]?.openedAt).toBeNull();
        if (kind === 'people.joined') expect(then[person]?.joinedAt).toBeNull();
        if (kind === 'people.revoked')
          expect(now[person]).toMatchObject({ invitedAt: null, openedAt: null, joinedAt: null });
      }
    });
  });

  test('[P8] who is forgotten has no name and no address left, and does not come back by themselves', () => {
    steps((before, after) => {
      for (const { kind, data } of after.log.slice(before.log.length)) {
        if (kind !== 'people.forgotten') continue;
        const { person } = data as { person: string };
        expect(peopleOf(before.state)[person]?.status).toBe('removed');
        expect(peopleOf(after.state)[person]).toMatchObject({ name: null, email: null, status: 'removed' });
      }
    });
  });

  test('people, towns and countries are counted once, and those who were removed not at all', () => {
    always(people => {
      const { people: count, municipalities, countries } = placesOf(people);
      expect(count).toBe(sampleIds.filter(id => people[id]?.status === 'active').length);
      expect(municipalities).toBeLessThanOrEqual(count);
      expect(countries).toBeLessThanOrEqual(count);
    });
  });
});
