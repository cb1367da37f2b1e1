import type { Effect } from '../dialogue/effects.ts';
import type { Store } from '../platform/store/store.ts';

/** Erases what the log keeps beside the facts of somebody who is to be forgotten, and the snapshots that still knew their name. */
export const forgetPeople = ({ dialogues }: Pick<Store, 'dialogues'>): Effect => ({
  kinds: ['people.forgotten'],
  run: (dialogue, { data }) => dialogues.erase(dialogue, (data as { person: string }).person),
});
