import type { Guest } from '@multaqa/shared/facilitate/breakouts/guest';
import { type BrokenRule, brokenRules, filled, type RoomRules } from '@multaqa/shared/facilitate/breakouts/preview';
import { useMemo } from 'react';
import type { Notes } from '../../../../design/people-board/board.ts';
import { useView } from '../../../../dialogue/use-dialogue.ts';
import { useLanguage, useLanguageName } from '../../../../platform/languages.ts';
import { useText } from '../texts.ts';
import type { ShownGrouping } from '../use-groupings.ts';

/** A room that people are dealt to is for two at least: one talks with nobody. */
const fewest = 2;

/** What rooms break, in words, beside people and at the head of rooms. It is said and prevents nothing. */
export function useRoomNotes(grouping: ShownGrouping, guests: readonly Guest[]): Notes {
  const { rooms, places, seats } = grouping;
  const apart = useView(({ breakouts }) => breakouts.plan?.rotation.apart);
  const words = useWords();
  return useMemo(() => {
    const rules: RoomRules = { min: fewest, max: seats, sharedLanguage: true, facilitator: false, apart: apart ?? [] };
    const notes = { people: new Map<string, string>(), groups: new Map<string, string[]>() };
    // Where people choose for themselves, a room without people is no mistake.
    const isCounted = Object.keys(places).length > 0;
    const filledRooms = filled(
      rooms.map(({ room, roles }) => ({ room, facilitator: roles.facilitator ?? null })),
      places,
    );
    for (const broken of isCounted ? brokenRules(guests, filledRooms, rules) : []) {
      notes.groups.set(broken.room, [...(notes.groups.get(broken.room) ?? []), words.head(broken)]);
      for (const person of concerned(broken)) {
        const before = notes.people.get(person);
        notes.people.set(person, [before, words.beside(broken, person)].filter(Boolean).join(' '));
      }
    }
    return notes;
  }, [rooms, places, seats, apart, guests, words]);
}

/** Whose cards say it: those who would have to move to mend it. */
function concerned(broken: BrokenRule): readonly string[] {
  if (broken.rule === 'no-language') return broken.without;
  return broken.rule === 'apart' ? broken.people : [];
}

function useWords() {
  const text = useText();
  const { locale } = useLanguage();
  const languageName = useLanguageName();
  const people = useView(view => view.people);
  return useMemo(() => {
    const list = new Intl.ListFormat(locale, { type: 'conjunction' });
    const names = (some: readonly string[]) =>
      list.format(some.map(person => people[person]?.name ?? text('common.nameless')));
    const languages = (some: readonly Parameters<typeof languageName>[0][]) => list.format(some.map(languageName));
    return {
      head(broken: BrokenRule): string {
        switch (broken.rule) {
          case 'too-few':
            return text('prepare.breaks.too-few', { count: broken.people.length });
          case 'too-many':
            return text('prepare.breaks.too-many', { count: broken.people.length, most: broken.max });
          case 'no-language':
            return text('prepare.breaks.no-language', {
              count: broken.without.length,
              languages: languages(broken.most),
            });
          case 'apart':
            return text('prepare.breaks.apart', { names: names(broken.people) });
          default:
            return text('prepare.breaks.empty');
        }
      },
      beside(broken: BrokenRule, person: string): string {
        if (broken.rule === 'no-language')
          return text('prepare.beside.no-language', { languages: languages(broken.most) });
        if (broken.rule !== 'apart') return '';
        return text('prepare.beside.apart', { names: names(broken.people.filter(other => other !== person)) });
      },
    };
  }, [text, locale, languageName, people]);
}
