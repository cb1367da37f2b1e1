import type { Settings } from '@multaqa/shared/cluster/analysis/profile';
import type { Names } from '@multaqa/shared/names';
import { type DialogueTask, readDialogue } from '../dialogue/read-dialogue.ts';
import { groupedIn, knownOf } from './known.ts';
import { namesOf } from './names.ts';
import { type Proposal, propose } from './propose.ts';

/** A proposal, and what its clusters can be called, in their order. */
export type NamedProposal = { proposal: Proposal; names: Names[] };

/** Groups the people of a dialogue as its log tells of them now. */
export const run: DialogueTask<Settings, NamedProposal> = async ({ place, input }, control) => {
  const { state, seq } = await readDialogue(place, { ...control, progress: () => {} });
  const known = knownOf(state);
  const { profiles, fields } = groupedIn(known);
  const proposal = await propose(profiles, fields, input, control);
  const names = proposal.status === 'proposed' ? proposal.clusters.map(({ name }) => namesOf(name, known.form)) : [];
  return { basedOn: seq, result: { proposal, names } };
};
