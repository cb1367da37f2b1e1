import type { Registered } from '@multaqa/shared/facilitate/notes/notes.state';
import { outcomeKinds } from '@multaqa/shared/facilitate/notes/outcomes';
import { ada, ben, sampleIds, sampleSessions } from '@multaqa/shared/kernel/messages.samples';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { everything, filtered, grouped, groupings } from './arrange.ts';

const [session = ''] = sampleSessions;
const outcome: fc.Arbitrary<Registered> = fc.record({
  outcome: fc.uuid(),
  kind: fc.constantFrom(...outcomeKinds),
  title: fc.constantFrom('Repair shop', 'ورشة إصلاح', 'Werkstatt', ''),
  text: fc.constantFrom('', 'with the vocational school', 'مع المدرسة'),
  language: fc.constant(null),
  people: fc.constant([]),
  municipality: fc.constantFrom('Sfax', 'Irbid', null),
  subtopic: fc.constant(null),
  owner: fc.constantFrom(ada, ben, null),
  due: fc.constant(null),
  translation: fc.constantFrom(null, { language: 'fr' as const, title: 'Atelier', text: '', older: false }),
  from: fc.constant([]),
  room: fc.constantFrom(`${session}/plenary`, `${session}/${sampleIds[5]}`),
  document: fc.constantFrom('notes' as const, 'output' as const),
  by: fc.constant(null),
  at: fc.nat(),
  changedAt: fc.nat(),
});
const outcomes = fc.uniqueArray(outcome, { selector: one => one.outcome, maxLength: 30 });

describe('the register', () => {
  test('shows everything without a filter, in whatever way it is grouped, each outcome once', () => {
    fc.assert(
      fc.property(outcomes, fc.constantFrom(...groupings), (all, by) => {
        const shown = grouped(filtered(all, everything), by).flatMap(group => group.outcomes);
        expect(shown.map(one => one.outcome).sort()).toEqual(all.map(one => one.outcome).sort());
      }),
    );
  });

  test('has groups whose outcomes share the key, with those without a key at the end', () => {
    fc.assert(
      fc.property(outcomes, all => {
        const groups = grouped(filtered(all, everything), 'municipality');
        for (const { key, outcomes: those } of groups) for (const one of those) expect(one.municipality).toBe(key);
        expect(groups.map(({ key }) => key).indexOf(null)).toBe(
          groups.some(({ key }) => key === null) ? groups.length - 1 : -1,
        );
      }),
    );
  });

  test.each([
    ['repair SHOP', 'Repair shop'],
    ['إصلاح', 'ورشة إصلاح'],
    ['اصلاح', 'ورشة إصلاح'],
    ['atelier', undefined],
  ])('finds %s as people search for it', (words, title) => {
    fc.assert(
      fc.property(outcomes, all => {
        for (const one of filtered(all, { ...everything, words }))
          if (title) expect(one.title).toBe(title);
          else expect(one.translation?.title).toBe('Atelier');
        const missed = all.filter(one => one.title === title);
        expect(filtered(all, { ...everything, words }).length).toBeGreaterThanOrEqual(title ? missed.length : 0);
      }),
    );
  });

  test('a filter of kinds and rooms lets through what has both', () => {
    fc.assert(
      fc.property(outcomes, fc.subarray([...outcomeKinds]), (all, kinds) => {
        const room = `${session}/plenary`;
        const expected = all.filter(one => one.room === room && (kinds.length === 0 || kinds.includes(one.kind)));
        expect(filtered(all, { kinds, room, words: '' }).length).toBe(expected.length);
      }),
    );
  });
});
