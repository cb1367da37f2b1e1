import type { Settings } from '@multaqa/shared/cluster/analysis/profile';
import { useRef, useState } from 'react';
import { useDialogue } from '../../../dialogue/DialogueProvider.tsx';
import { type Problem, type Progress, postInSteps, refusedBy } from '../../../platform/http.ts';
import { newId } from '../../../platform/ids.ts';
import type { Answer } from './answer.ts';

export type Proposing =
  | { status: 'idle' }
  | { status: 'working'; progress: Progress | null }
  | { status: 'answered'; answer: Answer }
  | { status: 'failed'; problem: Problem };

/** Asks the server for a proposal; the clusters themselves arrive as every other change does. */
export function useProposing(onProposed: (arrangement: string, answer: Answer) => void) {
  const { id } = useDialogue();
  const [state, setState] = useState<Proposing>({ status: 'idle' });
  const current = useRef<AbortController | null>(null);

  async function propose(settings: Settings, title: string): Promise<void> {
    const stop = new AbortController();
    current.current = stop;
    const arrangement = newId();
    setState({ status: 'working', progress: null });
    try {
      const answer = await postInSteps<Answer>(
        `/dialogues/${id}/clusters/proposals`,
        { arrangement, title, settings },
        stop.signal,
        progress => setState({ status: 'working', progress }),
      );
      setState({ status: 'answered', answer });
      if (answer.status === 'proposed') onProposed(arrangement, answer);
    } catch (error) {
      setState(stop.signal.aborted ? { status: 'idle' } : { status: 'failed', problem: refusedBy(error) });
    }
  }

  return { state, propose, cancel: () => current.current?.abort() };
}
