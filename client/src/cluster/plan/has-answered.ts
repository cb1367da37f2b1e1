import type { Profile } from '@multaqa/shared/cluster/analysis/profile';

/** True when something is known of somebody that they had to say: what they need, hope for, or answered to the organiser's questions. */
export const hasAnswered = ({ needs, ownNeeds, vision, region, fields }: Profile): boolean =>
  needs.length + ownNeeds.length + Object.keys(fields).length > 0 || vision !== '' || region !== '';
