import type { Rotation } from '@multaqa/shared/facilitate/breakouts/rotation/plan';
import type { RotationSettings } from '@multaqa/shared/facilitate/breakouts/rotation/settings';
import { useRef, useState } from 'react';
import { useDialogue } from '../../../dialogue/DialogueProvider.tsx';
import { type Problem, type Progress, postInSteps, refusedBy } from '../../../platform/http.ts';
import { newId } from '../../../platform/ids.ts';

/** What the server answers: the rounds that it planned, by their numbers, or why there are none. */
type Answer = { status: 'planned'; rounds: readonly number[] } | Exclude<Rotation, { status: 'planned' }>;

export type Planning =
  | { status: 'idle' }
  | { status: 'working'; progress: Progress | null }
  | { status: 'answered'; answer: Answer }
  | { status: 'failed'; problem: Problem };

/** What a rotation is asked for; groupings in `fixed` stay as they are. */
type Wanted = { settings: RotationSettings; fixed: readonly string[]; titles: readonly string[] };

/** Asks the server to plan the rounds that are still to be held; they arrive as every other change does. */
export function usePlanning() {
  const { id } = useDialogue();
  const [state, setState] = useState<Planning>({ status: 'idle' });
  const current = useRef<AbortController | null>(null);

  async function plan(wanted: Wanted): Promise<void> {
    const stop = new AbortController();
    current.current = stop;
    setState({ status: 'working', progress: null });
    try {
      const answer = await postInSteps<Answer>(
        `/dialogues/${id}/rotation`,
        { rotation: newId(), ...wanted },
        stop.signal,
        progress => setState({ status: 'working', progress }),
      );
      setState({ status: 'answered', answer });
    } catch (error) {
      setState(stop.signal.aborted ? { status: 'idle' } : { status: 'failed', problem: refusedBy(error) });
    }
  }

  return { state, plan, cancel: () => current.current?.abort() };
}
