import type { Groups } from '@multaqa/shared/cluster/cluster.state';
import { languages } from '@multaqa/shared/kernel/languages';

/** What publishing these groups would change for everybody: how many people, and whether clusters are called otherwise. */
export function differenceOf(draft: Groups, published: Groups, people: readonly string[]) {
  const moved = people.filter(person => (draft.of[person] ?? null) !== (published.of[person] ?? null)).length;
  return { moved, isRenamed: namesOf(draft) !== namesOf(published) };
}

const namesOf = ({ clusters }: Groups): string =>
  JSON.stringify(clusters.map(({ cluster, names }) => [cluster, ...languages.map(language => names[language] ?? '')]));
