import type { Cluster } from '@multaqa/shared/cluster/cluster.state';
import type { PeopleView, PersonCard } from '@multaqa/shared/people/people.view';
import { useMemo } from 'react';
import { type Column as Group, loose, type Member } from '../../../design/board/board.ts';
import { useClusterName } from '../../../dialogue/cluster-name.ts';
import { useLanguage, useLanguageName } from '../../../platform/languages.ts';
import { useText } from '../texts.ts';
import type { Shown } from '../use-arrangement.ts';

/** A cluster, or those who are in none, with its people by name. */
export type Column = Group & { cluster: Cluster | null };

/** Every column of an arrangement; `grouped` are the people whom clusters are about. */
export function useColumns(shown: Shown, people: PeopleView, grouped: readonly string[]): readonly Column[] {
  const text = useText();
  const { language } = useLanguage();
  const clusterName = useClusterName();
  const members = useMembers(people);
  return useMemo(() => {
    const { compare } = new Intl.Collator(language);
    const byCluster = new Map<string, Member[]>();
    for (const person of new Set([...grouped, ...Object.keys(shown.of)])) {
      const member = members.get(person);
      if (member) listIn(byCluster, shown.of[person] ?? loose).push(member);
    }
    const column = (id: string, cluster: Cluster | null, name: string): Column => ({
      id,
      mark: cluster?.mark ?? null,
      cluster,
      name,
      members: (byCluster.get(id) ?? []).sort((a, b) => compare(a.name, b.name)),
    });
    const clusters = shown.clusters.map(one => column(one.cluster, one, clusterName(one)));
    const left = column(loose, null, text('cluster.loose'));
    // Whoever still has to be placed comes first; otherwise it is only a place to put somebody.
    return left.members.length > 0 ? [left, ...clusters] : [...clusters, left];
  }, [shown, members, grouped, language, clusterName, text]);
}

const listIn = <Value>(map: Map<string, Value[]>, key: string): Value[] => {
  const list = map.get(key) ?? [];
  map.set(key, list);
  return list;
};

/** Those who take part, in words; somebody's entry is the same until they or the language change. */
function useMembers(people: PeopleView): ReadonlyMap<string, Member> {
  const text = useText();
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
