import type { Profile, ProfileField } from '@multaqa/shared/cluster/analysis/profile';
import type { Clusters } from '@multaqa/shared/cluster/cluster.state';
import type { State } from '@multaqa/shared/kernel/composition';
import type { Form } from '@multaqa/shared/people/form/form.state';
import type { People } from '@multaqa/shared/people/people.state';
import { profilesOf } from '@multaqa/shared/profiles';

/** The parts of a dialogue's state that grouping people rests on. */
export type Known = { people: People; form: Form; cluster: Clusters };

// The composed rules know slices by name only.
export const knownOf = (state: State): Known => state as Known;

/** Everybody who is to be grouped, and the questions that count. */
export const groupedIn = ({ people, form }: Known): { profiles: Profile[]; fields: ProfileField[] } => ({
  profiles: profilesOf(people, form),
  fields: form.fields.map(({ id, kind }) => ({ id, kind })),
});
