import { basisOf, groundOf } from '@multaqa/shared/cluster/analysis/ground';
import { suggestPlace } from '@multaqa/shared/cluster/analysis/late';
import type { ClusterId } from '@multaqa/shared/cluster/cluster.messages';
import type { PersonId } from '@multaqa/shared/kernel/ids';
import { type DialogueTask, readDialogue } from '../dialogue/read-dialogue.ts';
import { groupedIn, knownOf } from './known.ts';

/** The cluster for somebody who came after the clusters were published, by the rule that was chosen; null where there is none. */
export const run: DialogueTask<PersonId, ClusterId | null> = async ({ place, input: person }, control) => {
  const { state, seq } = await readDialogue(place, control);
  const known = knownOf(state);
  const { published, arrangements, lateRule, settings } = known.cluster;
  if (!published || lateRule === 'ask') return { basedOn: seq, result: null };
  const { profiles, fields } = groupedIn(known);
  // What was published keeps to the rules that it was made by.
  const basis = basisOf(profiles, arrangements[published.arrangement]?.settings ?? settings, fields);
  const clusters = published.clusters.map(({ cluster }) => cluster);
  const found = suggestPlace(groundOf(basis, published.of), clusters, person, lateRule);
  return { basedOn: seq, result: found?.cluster ?? null };
};
