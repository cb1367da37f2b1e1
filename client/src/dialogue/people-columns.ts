import type { PeopleView, PersonCard } from '@multaqa/shared/people/people.view';
import { useMemo } from 'react';
import { type Column, loose, type Member } from '../design/people-board/board.ts';
import { useLanguage, useLanguageName } from '../platform/languages.ts';
import { useCommonText } from '../platform/texts.ts';
import { useView } from './use-dialogue.ts';

/** A group of people before its people are known. */
export type Group = Omit<Column, 'members'>;

/** Who is in which group, by ids. */
export type GroupOf = { readonly [person: string]: string };

/**
 * Groups as columns with their people by name, and one of those who are in none. `grouped` are the people whom groups are
 * about; whoever is in a group is shown as well.
 */
export function usePeopleColumns(
  groups: readonly Group[],
  of: GroupOf,
  grouped: readonly string[],
  looseName: string,
): readonly Column[] {
  const { language } = useLanguage();
  const members = useMembers();
  return useMemo(() => {
    const { compare } = new Intl.Collator(language);
    const byGroup = new Map<string, Member[]>();
    for (const person of new Set([...grouped, ...Object.keys(of)])) {
      const member = members.get(person);
      if (member) listIn(byGroup, of[person] ?? loose).push(member);
    }
    const columnOf = (group: Group): Column => ({
      ...group,
      members: (byGroup.get(group.id) ?? []).sort((a, b) => compare(a.name, b.name)),
    });
    const left = columnOf({ id: loose, mark: null, name: looseName });
    const all = groups.map(columnOf);
    // Whoever still has to be placed comes first; otherwise it is only a place to put somebody.
    return left.members.length > 0 ? [left, ...all] : [...all, left];
  }, [groups, of, grouped, looseName, members, language]);
}

const listIn = <Value>(map: Map<string, Value[]>, key: string): Value[] => {
  const list = map.get(key) ?? [];
  map.set(key, list);
  return list;
};

/** Those who take part, in words; somebody's entry is the same until they or the language change. */
function useMembers(): ReadonlyMap<string, Member> {
  const people: PeopleView = useView(view => view.people);
  const text = useCommonText();
  const languageName = useLanguageName();
  const known = useMemo(() => {
    const words = { nameless: text('common.nameless'), comma: text('common.comma'), languageName };
    const cards = new WeakMap<PersonCard, Member>();
    return (card: PersonCard): Member => {
      const member = cards.get(card) ?? memberOf(card, words);
      cards.set(card, member);
      return member;
    };
  }, [text, languageName]);
  return useMemo(
    () =>
      new Map(
        Object.values(people)
          .filter(({ status }) => status === 'active')
          .map(card => [card.person, known(card)]),
      ),
    [people, known],
  );
}

type Words = { nameless: string; comma: string; languageName(language: PersonCard['languages'][number]): string };

const memberOf = ({ person, name, municipality, languages }: PersonCard, words: Words): Member => ({
  person,
  name: name ?? words.nameless,
  town: municipality,
  languages: languages.map(words.languageName).join(words.comma),
});

/** People who are moved to a group, or out of all of them (null). */
export type PeopleMove = { people: readonly string[]; to: string | null };

/** Who is in which group once moves that are on their way have arrived, in their order, and whom they move. */
export function withMoves(of: GroupOf, moves: readonly PeopleMove[]): { of: GroupOf; onTheWay: ReadonlySet<string> } {
  const after: Record<string, string> = { ...of };
  const onTheWay = new Set<string>();
  for (const { people, to } of moves) {
    for (const person of people) {
      onTheWay.add(person);
      if (to === null) delete after[person];
      else after[person] = to;
    }
  }
  return { of: onTheWay.size === 0 ? of : after, onTheWay };
}
