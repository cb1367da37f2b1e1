import { limits } from '../limits.ts';
import type { Arrangement, Groups, Step } from './cluster.state.ts';

/** These groups after a step. */
function afterStep({ clusters, of }: Groups, step: Step): Groups {
  const placed = new Map(Object.entries(of));
  for (const [person, cluster] of Object.entries(step.of)) {
    if (cluster === null) placed.delete(person);
    else placed.set(person, cluster);
  }
  return { clusters: step.clusters ?? clusters, of: Object.fromEntries(placed) };
}

/** The step that takes `step` back from the groups that it led to. */
function reverseOf({ clusters, of }: Groups, step: Step): Step {
  const people = Object.keys(step.of).map(person => [person, of[person] ?? null] as const);
  return { of: Object.fromEntries(people), clusters: step.clusters && clusters };
}

/** An arrangement after somebody changed it; what had been taken back cannot be done again after that. */
export const changed = (before: Arrangement, step: Step): Arrangement => ({
  ...before,
  ...afterStep(before, step),
  past: [...before.past, reverseOf(before, step)].slice(-limits.undoSteps),
  future: [],
});

/** The last change taken back. */
export function undone(before: Arrangement): Arrangement {
  const step = before.past.at(-1);
  if (!step) return before;
  const future = [...before.future, reverseOf(before, step)];
  return { ...before, ...afterStep(before, step), past: before.past.slice(0, -1), future };
}

/** What was taken back last, done again. */
export function redone(before: Arrangement): Arrangement {
  const step = before.future.at(-1);
  if (!step) return before;
  const past = [...before.past, reverseOf(before, step)];
  return { ...before, ...afterStep(before, step), past, future: before.future.slice(0, -1) };
}
