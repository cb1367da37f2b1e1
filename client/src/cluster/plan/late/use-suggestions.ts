import { basisOf, groundOf } from '@multaqa/shared/cluster/analysis/ground';
import { suggestPlace } from '@multaqa/shared/cluster/analysis/late';
import type { Profile } from '@multaqa/shared/cluster/analysis/profile';
import type { Shared } from '@multaqa/shared/cluster/analysis/why';
import type { LateRule } from '@multaqa/shared/cluster/cluster.messages';
import type { Published } from '@multaqa/shared/cluster/cluster.state';
import { useMemo } from 'react';
import { useView } from '../../../dialogue/use-dialogue.ts';
import type { Question } from '../use-form.ts';

/** Where somebody fits who is in no published cluster, and what they share with those who are there. */
export type Suggestion = { person: string; cluster: string; shares: readonly Shared[] };

type Given = {
  profiles: readonly Profile[];
  published: Published;
  questions: readonly Question[];
  rule: LateRule;
};

/** A place for each person who is in no published cluster: the nearest, or by the rule the smallest, that keeps the rules. */
export function useSuggestions({ profiles, published, questions, rule }: Given): readonly Suggestion[] {
  const settings = useView(
    ({ cluster }) => cluster.plan?.arrangements[published.arrangement]?.settings ?? cluster.plan?.settings,
  );
  return useMemo(() => {
    const late = profiles.filter(({ person }) => published.of[person] === undefined);
    if (late.length === 0 || !settings) return [];
    const ground = groundOf(basisOf(profiles, settings, questions), published.of);
    const clusters = published.clusters.map(({ cluster }) => cluster);
    return late.flatMap(({ person }) => {
      const place = suggestPlace(ground, clusters, person, rule === 'smallest' ? 'smallest' : 'nearest');
      return place ? [{ person, cluster: place.cluster, shares: place.shares }] : [];
    });
  }, [profiles, published, questions, settings, rule]);
}
