import type { Broken } from '@multaqa/shared/cluster/analysis/check';
import { useMemo } from 'react';
import type { Notes } from '../../../design/people-board/board.ts';
import { useLanguage, useLanguageName } from '../../../platform/languages.ts';
import { useText } from '../texts.ts';
import type { Column } from './columns.ts';

/** What a broken rule is in words: at the head of a cluster, and beside somebody whom it is about. */
export type Sentences = { head(broken: Broken): string; beside(broken: Broken, person: string): string };

/** The sentences for broken rules; names are those of the people in these columns. */
export function useSentences(columns: readonly Column[]): Sentences {
  const text = useText();
  const { locale } = useLanguage();
  const languageName = useLanguageName();
  return useMemo(() => {
    const known = new Map(columns.flatMap(column => column.members.map(({ person, name }) => [person, name])));
    const list = new Intl.ListFormat(locale, { type: 'conjunction' });
    const words: Words = {
      text,
      languageName,
      names: people => list.format(people.map(person => known.get(person) ?? text('common.nameless'))),
    };
    return { head: broken => headOf(broken, words), beside: (broken, person) => besideOf(broken, person, words) };
  }, [columns, text, languageName, locale]);
}

/** What breaks, in words: in a sentence at the head of each cluster, and shorter beside those whom it is about. */
export function useNotes(broken: readonly Broken[], columns: readonly Column[]): Notes {
  const { head, beside } = useSentences(columns);
  return useMemo(() => {
    const notes = { people: new Map<string, string>(), groups: new Map<string, string[]>() };
    for (const one of broken) {
      for (const cluster of one.rule === 'together' ? one.clusters : [one.cluster])
        notes.groups.set(cluster, [...(notes.groups.get(cluster) ?? []), head(one)]);
      for (const person of concerned(one)) {
        const before = notes.people.get(person);
        notes.people.set(person, [before, beside(one, person)].filter(Boolean).join(' '));
      }
    }
    return notes;
  }, [broken, head, beside]);
}

/** Whose cards say it: those who would have to move to mend it. */
function concerned(broken: Broken): readonly string[] {
  switch (broken.rule) {
    case 'too-few':
    case 'too-many':
      return [];
    case 'no-language':
      return broken.without;
    default:
      return broken.people;
  }
}

type Words = {
  text: ReturnType<typeof useText>;
  languageName: ReturnType<typeof useLanguageName>;
  names(people: readonly string[]): string;
};

function headOf(broken: Broken, { text, languageName, names }: Words): string {
  const count = broken.people.length;
  switch (broken.rule) {
    case 'too-few':
      return text('cluster.breaks.min', { count, least: broken.min });
    case 'too-many':
      return text('cluster.breaks.max', { count, most: broken.max });
    case 'no-language':
      return text('cluster.breaks.language', { count: broken.without.length, language: languageName(broken.most) });
    case 'municipality':
      return text('cluster.breaks.municipality', { count, town: broken.town, most: broken.most });
    default:
      return text(`cluster.breaks.${broken.rule}`, { names: names(broken.people) });
  }
}

function besideOf(broken: Broken, person: string, { text, languageName, names }: Words): string {
  switch (broken.rule) {
    case 'no-language':
      return text('cluster.beside.language', { language: languageName(broken.most) });
    case 'municipality':
      return text('cluster.beside.municipality', {
        count: broken.people.length,
        town: broken.town,
        most: broken.most,
      });
    case 'together':
    case 'apart':
      return text(`cluster.beside.${broken.rule}`, { names: names(broken.people.filter(other => other !== person)) });
    default:
      return '';
  }
}
