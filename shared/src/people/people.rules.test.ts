import { describe, expect, test } from 'vitest';
import { attempt, beginning, personInput, play, type Sent } from '../dialogue.samples.ts';
import { opensFor, dialogueRules as rules, slices } from '../dialogue.ts';
import { ada, ben, cleo, dina, sampleIds } from '../kernel/messages.samples.ts';
import type { People } from './people.state.ts';
import type { PeopleView } from './people.view.ts';

const later = 1_700_000_000_000;
const begun = play(rules, beginning);
const send = (from: typeof begun, by: Sent['by'], kind: string, input: unknown) =>
  attempt(rules, { by, kind, input, at: later }, from);
const last = ({ outcomes }: typeof begun) => outcomes.at(-1);
const newcomer = sampleIds[6] ?? '';

describe('the roster', () => {
  test('[P1] a person id is used once', () => {
    expect(last(send(begun, ada, 'people.add', { people: [personInput(ben, 'Dina')] }))).toEqual({
      ok: false,
      refusal: 'people.taken',
    });
  });

  test('[P1] an e-mail address belongs to one person, whatever its case', () => {
    const again = personInput(newcomer, 'Ben', { email: 'BEN@example.org' });
    expect(last(send(begun, ada, 'people.add', { people: [again] }))).toEqual({
      ok: false,
      refusal: 'people.email-taken',
    });
  });

  test('[P2] the last organiser can neither be removed nor take another role', () => {
    expect(last(send(begun, ada, 'people.remove', { people: [ada] }))).toEqual({
      ok: false,
      refusal: 'people.last-organiser',
    });
    expect(last(send(begun, ada, 'people.edit', personInput(ada, 'Ada')))).toEqual({
      ok: false,
      refusal: 'people.last-organiser',
    });
    const two = send(begun, ada, 'people.edit', personInput(ben, 'Ben', { role: 'organiser' }));
    expect(last(send(two, ada, 'people.remove', { people: [ada] }))?.ok).toBe(true);
    expect(last(send(two, ada, 'people.remove', { people: [ada, ben] }))).toEqual({
      ok: false,
      refusal: 'people.last-organiser',
    });
  });

  test('[P3] who is removed has no role and no open link until restored', () => {
    const removed = send(begun, ada, 'people.remove', { people: [cleo] });
    expect(rules.audienceOf(removed.state, cleo)).toBeNull();
    expect(opensFor(removed.state, cleo, 1)).toBe(false);
    expect(last(send(removed, cleo, 'sessions.enter', { session: sampleIds[4] }))).toEqual({
      ok: false,
      refusal: 'not-permitted',
    });
    const back = send(removed, ada, 'people.restore', { people: [cleo] });
    expect(rules.audienceOf(back.state, cleo)?.role).toBe('participant');
    expect((back.state.people as People)[cleo]).toEqual((begun.state.people as People)[cleo]);
  });

  test('[P4] a revoked link opens nothing, the next one does', () => {
    const revoked = send(begun, ada, 'people.revoke', { person: cleo });
    expect(opensFor(begun.state, cleo, 1)).toBe(true);
    expect(opensFor(revoked.state, cleo, 1)).toBe(false);
    expect(opensFor(revoked.state, cleo, 2)).toBe(true);
  });

  test('[P5] names and addresses are beside a fact, never in its data', () => {
    const data = JSON.stringify(begun.log.map(fact => fact.data));
    expect(data).not.toMatch(/Ada|Ben|Cleo|Dina|@example/);
    expect(begun.log.flatMap(({ personal }) => personal?.name ?? [])).toEqual(['Ada', 'Ben', 'Cleo', 'Dina']);
  });

  test('[P6] an address is shown to organisers and to its owner only', () => {
    const people = rules.slices.find(({ name }) => name === 'people');
    if (!people) throw new Error('people is missing');
    const seenBy = (person: string) => {
      const audience = rules.audienceOf(begun.state, person);
      return audience ? (rules.viewOf(begun.state, people, audience) as PeopleView) : {};
    };
    expect(seenBy(ada)[cleo]?.email).toBe('cleo@example.org');
    for (const person of [ben, cleo, dina]) expect(JSON.stringify(seenBy(person))).not.toContain('@');
    expect(rules.ownOf(begun.state, cleo).people).toMatchObject({ email: 'cleo@example.org' });
  });

  test('[P9] what a town needs and hopes for is shown to hosts and to who said it', () => {
    const words = { languages: ['ar'], needs: ['A cold store'], vision: 'Guava reaches markets fresh' };
    const { state } = send(begun, cleo, 'people.describe', { person: cleo, ...words });
    const seenBy = (person: string) => {
      const audience = rules.audienceOf(state, person);
      return JSON.stringify([
        audience && slices.people.view(state.people as People, audience),
        rules.ownOf(state, person),
      ]);
    };
    for (const person of [ada, ben, cleo]) expect(seenBy(person)).toContain('A cold store');
    expect(seenBy(dina)).not.toContain('A cold store');
    expect(seenBy(dina)).not.toContain('Guava');
  });

  test('who has not said their name is introduced by the engine alone, and nothing else of them changes', () => {
    const named = { person: ada, name: 'Ada Long' };
    expect(last(send(begun, ada, 'people.introduce', named))).toEqual({ ok: false, refusal: 'not-permitted' });
    const { state } = send(begun, 'engine', 'people.introduce', named);
    const before = (begun.state.people as People)[ada];
    expect((state.people as People)[ada]).toEqual({ ...before, name: 'Ada Long' });
  });

  test('[P10] organisers alone are told the versions of links, and that is no fact', () => {
    const ask = (by: string) => rules.ask(begun.state, by, 'people.links', { people: [cleo, dina] }, later);
    expect(ask(ada)).toEqual({ ok: true, answer: { [cleo]: 1, [dina]: 1 } });
    for (const by of [ben, cleo]) expect(ask(by)).toEqual({ ok: false, refusal: 'not-permitted' });
  });

  test('[P10] what becomes of a link is noted by the engine alone, the first time', () => {
    for (const kind of ['people.open', 'people.join']) {
      expect(last(send(begun, ada, kind, { person: cleo }))).toEqual({ ok: false, refusal: 'not-permitted' });
      const once = send(begun, 'engine', kind, { person: cleo });
      expect(once.log.length).toBe(begun.log.length + 1);
      expect(send(once, 'engine', kind, { person: cleo }).log.length).toBe(once.log.length);
    }
    const { state } = send(send(begun, 'engine', 'people.open', { person: cleo }), 'engine', 'people.join', {
      person: cleo,
    });
    expect((state.people as People)[cleo]).toMatchObject({ invitedAt: null, openedAt: later, joinedAt: later });
  });

  test('[P7] everybody may describe themselves, and nobody else', () => {
    const words = { languages: ['ar'], needs: ['A cold store'], vision: 'Guava reaches markets fresh' };
    expect(last(send(begun, cleo, 'people.describe', { person: cleo, ...words }))?.ok).toBe(true);
    expect(last(send(begun, cleo, 'people.describe', { person: ben, ...words }))).toEqual({
      ok: false,
      refusal: 'not-permitted',
    });
  });

  test('[P8] who was removed can be forgotten, who takes part cannot', () => {
    expect(last(send(begun, ada, 'people.forget', { person: cleo }))).toEqual({
      ok: false,
      refusal: 'people.not-removed',
    });
    const removed = send(begun, ada, 'people.remove', { people: [cleo] });
    const forgotten = send(removed, ada, 'people.forget', { person: cleo });
    expect(JSON.stringify(forgotten.state)).not.toMatch(/Cleo|cleo@/);
    expect((forgotten.state.people as People)[cleo]?.municipality).toBe('Bonn');
  });

  test('a roster is full at its limit', () => {
    const many = Array.from({ length: 500 }, (_, at) => `${String(at).padStart(8, '0')}-0000-4000-9000-000000000000`);
    const add = (from: typeof begun, start: number, count: number) =>
      send(from, ada, 'people.add', {
        people: many.slice(start, start + count).map((id, at) => personInput(id, `P${at}`, { email: '' })),
      });
    const almost = Array.from({ length: 9 }).reduce<typeof begun>((from, _, at) => add(from, at * 50, 50), begun);
    expect(last(add(almost, 450, 47))).toEqual({ ok: false, refusal: 'people.full' });
    expect(last(add(almost, 450, 46))?.ok).toBe(true);
  });
});
