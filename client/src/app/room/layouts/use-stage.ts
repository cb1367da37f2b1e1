import { stages } from '../features.ts';

export type Stage = Pick<(typeof stages)[number], 'name' | 'Content' | 'with'> &
  NonNullable<ReturnType<(typeof stages)[number]['useShown']>>;

/** What has the stage now: of the features that have something to show, the first in their list. Null when it is for people. */
export function useStage(): Stage | null {
  // biome-ignore lint/correctness/useHookAtTopLevel: the list never changes, so that the order of these hooks does not either.
  const shown = stages.map(({ useShown, ...stage }) => ({ ...stage, shown: useShown() }));
  const [first] = shown.flatMap(({ shown: videos, ...stage }) => (videos ? [{ ...stage, ...videos }] : []));
  return first ?? null;
}
