import type { State } from '@multaqa/shared/kernel/composition';
import type { Dialogues } from '../../dialogue/dialogues.ts';

type Rules = Dialogues['rules'];
const slice = 'breakouts';

/** Whether somebody prepares rooms, and so may give them files. */
export function mayGive(rules: Rules, state: State, person: string): boolean {
  const role = rules.audienceOf(state, person)?.role;
  return role !== undefined && rules.specOf(`${slice}.attach`)?.by[role] !== undefined;
}

/** The name of a file for who is shown material that names it: what somebody sees decides what they may read. Null for all others. */
export function nameFor(rules: Rules, state: State, person: string, file: string): string | null {
  const audience = rules.audienceOf(state, person);
  const rooms = rules.slices.find(({ name }) => name === slice);
  if (!audience || !rooms) return null;
  return nameIn([rules.viewOf(state, rooms, audience), rules.ownOf(state, person)[slice]], file);
}

/** Whether any room has a file, also one that can still be brought back. */
export const isNamed = (state: State, file: string): boolean => JSON.stringify(state[slice] ?? null).includes(file);

function nameIn(value: unknown, file: string): string | null {
  if (typeof value !== 'object' || value === null) return null;
  if ('file' in value && value.file === file && 'title' in value) return String(value.title);
  for (const part of Object.values(value)) {
    const name = nameIn(part, file);
    if (name !== null) return name;
  }
  return null;
}
