import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dealByChance } from './dealing/deal.ts';
import { meets } from './guest.ts';
import { guest, guestAt, rosterOf } from './guests.samples.ts';
import { brokenRules, filled, previewOf, type RoomRules } from './preview.ts';
import { canTalk, understandingOf } from './understanding.ts';

const [ada, ben, cleo, dina] = [1, 2, 3, 4].map(guestAt) as [string, string, string, string];
const people = [
  guest(1, { town: 'Sfax/TN', languages: ['ar', 'fr'], role: 'facilitator' }),
  guest(2, { town: 'Sfax/TN', languages: ['ar'] }),
  guest(3, { town: 'Bonn/DE', languages: ['de'] }),
  guest(4, { languages: ['ar', 'de'], role: 'interpreter' }),
];
const none: RoomRules = { min: null, max: null, sharedLanguage: false, facilitator: false, apart: [] };
const room = (name: string, ...there: string[]) => ({ room: name, people: there, facilitator: null });

describe('what is seen of rooms before they open', () => {
  test('size, languages, towns, who leads, who interprets, and who has no room', () => {
    const led = { ...room('r1', ada, ben, dina), facilitator: ada };
    expect(previewOf(people, [led])).toEqual({
      rooms: [
        {
          room: 'r1',
          size: 2,
          interpreters: [dina],
          languages: [
            { language: 'ar', people: 2 },
            { language: 'fr', people: 1 },
          ],
          towns: [{ town: 'Sfax/TN', people: [ada, ben] }],
          facilitator: ada,
          ...{ shared: ['ar'], isInterpreted: false, most: ['ar'], without: [] },
        },
      ],
      without: [cleo],
    });
  });

  test('rooms are filled from places, whichever come first', () => {
    const rooms = [
      { room: 'r1', facilitator: null },
      { room: 'r2', facilitator: ada },
    ];
    expect(filled(rooms, { [cleo]: 'r1', [ada]: 'r1', [ben]: 'r3' })).toEqual([
      { room: 'r1', facilitator: null, people: [ada, cleo] },
      { room: 'r2', facilitator: ada, people: [] },
    ]);
  });

  test('who is not known any more does not count', () => {
    expect(previewOf(people, [room('r1', guestAt(9))]).rooms[0]?.size).toBe(0);
    expect(brokenRules(people, [room('r1', ben, guestAt(9))], { ...none, max: 1 })).toEqual([]);
  });

  test('[law] sizes and those without a room add up to everybody', () => {
    fc.assert(
      fc.property(fc.nat(60), fc.nat(1_000), fc.integer({ min: 1, max: 9 }), (size, seed, count) => {
        const guests = rosterOf(size, seed);
        const rooms = dealByChance(guests, count, seed).rooms.slice(1);
        const preview = previewOf(
          guests,
          rooms.map((one, at) => ({ ...one, room: `r${at}` })),
        );
        const there = preview.rooms.reduce((sum, { size: met, interpreters }) => sum + met + interpreters.length, 0);
        expect(there + preview.without.length).toBe(size);
        for (const { languages, towns, size: met } of preview.rooms) {
          for (const { people: speakers } of languages) expect(speakers).toBeLessThanOrEqual(met);
          expect(towns.reduce((sum, { people: from }) => sum + from.length, 0)).toBeLessThanOrEqual(met);
        }
      }),
    );
  });
});

describe('rules that rooms break', () => {
  const broken = (rooms: Parameters<typeof brokenRules>[1], rules: Partial<RoomRules>) =>
    brokenRules(people, rooms, { ...none, ...rules });

  test('nobody there, too few and too many, interpreters not counted', () => {
    expect(broken([room('r1', dina), room('r2', ada, ben, cleo), room('r3', ada)], { min: 2, max: 2 })).toEqual([
      { rule: 'empty', room: 'r1' },
      { rule: 'too-many', room: 'r2', people: [ada, ben, cleo], max: 2 },
      { rule: 'too-few', room: 'r3', people: [ada], min: 2 },
    ]);
  });

  test('no common language: says which one most of them speak, and whom it does not reach', () => {
    expect(broken([room('r1', ada, ben, cleo)], { sharedLanguage: true })).toEqual([
      { rule: 'no-language', room: 'r1', most: ['ar'], without: [cleo] },
    ]);
    expect(broken([room('r1', ada, ben, cleo, dina)], { sharedLanguage: true }), 'interpreted').toEqual([]);
  });

  test('no facilitator, and people who are to be apart', () => {
    expect(broken([room('r1', ada, ben), { ...room('r2', cleo), facilitator: ada }], { facilitator: true })).toEqual([
      { rule: 'no-facilitator', room: 'r1' },
    ]);
    expect(broken([room('r1', ada, ben), room('r2', cleo)], { apart: [[ada, ben, cleo]] })).toEqual([
      { rule: 'apart', room: 'r1', people: [ada, ben] },
    ]);
  });
});

describe('understanding', () => {
  const speaking = (...languages: Parameters<typeof guest>[1][]) => languages.map((known, at) => guest(at + 1, known));

  test('an interpreter reaches those whose language they speak, and nobody else', () => {
    const room = speaking({ languages: ['ar'] }, { languages: ['fr'] }, { languages: ['en'], role: 'interpreter' });
    expect(canTalk(room)).toBe(false);
    expect(canTalk([...room, guest(9, { languages: ['ar', 'fr'], role: 'interpreter' })])).toBe(true);
    expect(canTalk([...room, guest(9, { role: 'interpreter' })]), 'languages unknown').toBe(true);
  });

  test('two interpreters with one language between them work by relay', () => {
    const room = speaking(
      { languages: ['de'] },
      { languages: ['fr'] },
      { languages: ['de', 'ar'], role: 'interpreter' },
    );
    expect(understandingOf(room).without).toHaveLength(1);
    const relayed = understandingOf([...room, guest(9, { languages: ['ar', 'fr'], role: 'interpreter' })]);
    expect(relayed).toEqual({ shared: [], isInterpreted: true, most: ['ar', 'fr', 'de'], without: [] });
  });

  test('[law] they all understand each other when there is a shared language, and whoever is not reached speaks none of the others', () => {
    fc.assert(
      fc.property(fc.nat(12), fc.nat(10_000), (size, seed) => {
        const guests = rosterOf(size, seed);
        const { shared, isInterpreted, most, without } = understandingOf(guests);
        const speaking = guests.filter(one => meets(one) && one.languages.length > 0);
        expect(canTalk(guests)).toBe(speaking.length === 0 || shared.length > 0 || isInterpreted);
        for (const one of speaking)
          expect(without.includes(one.person)).toBe(!one.languages.some(language => most.includes(language)));
      }),
    );
  });
});
