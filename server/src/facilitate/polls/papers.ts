import { type EvaluatedPaper, type PaperInfo, paperInfo } from '@multaqa/shared/facilitate/polls/paper';
import { limits } from '@multaqa/shared/limits';
import { openWorkPool, type Task } from '../../platform/work-pool.ts';
import type { run as check } from './check.task.ts';
import type { run as evaluate } from './evaluate.task.ts';
import { type PaperKeys, paperKeys } from './oprf.ts';
import { together } from './together.ts';

export type Papers = {
  /** The public key by which everybody sees that their paper was made like all others, as hex. */
  key: string;
  /** Evaluates what somebody has blinded; null for what cannot be evaluated. Rejects with a `WorkFailed`. */
  evaluate(info: PaperInfo, blinded: string): Promise<EvaluatedPaper | null>;
  /** Whether a paper was made here. Rejects with a `WorkFailed`. */
  isPaper(info: PaperInfo, paper: { input: string; output: string }): Promise<boolean>;
  close(): Promise<void>;
};

type PaperTasks = { evaluate: typeof evaluate; check: typeof check } & Record<string, Task<never, unknown>>;

/**
 * Makes and checks ballot papers by the key that follows from `seed`, in a thread of its own: a vote waits for no heavy work, and
 * nothing waits for a vote. `memory`: its heap in MB.
 */
export function openPapers(seed: Uint8Array, memory: number): Papers {
  const keys: PaperKeys = paperKeys(seed);
  const { secret } = keys;
  const pool = openWorkPool<PaperTasks>(
    {
      evaluate: { module: new URL('./evaluate.task.ts', import.meta.url), urgency: 'asked', silence: 10_000 },
      check: { module: new URL('./check.task.ts', import.meta.url), urgency: 'asked', silence: 10_000 },
    },
    { size: 1, memory, queue: 100, grace: 2_000, idle: 60_000 },
  );
  const pause = () => new Promise<void>(resolve => void setImmediate(resolve));
  const evaluateAll = together(
    (papers: readonly { info: string; blinded: string }[]) => pool.run('evaluate', { secret, papers }),
    { most: limits.papersTogether, pause },
  );
  const checkAll = together(
    (papers: readonly { info: string; input: string; output: string }[]) => pool.run('check', { secret, papers }),
    { most: limits.ballotsTogether, pause },
  );
  return {
    key: keys.public,
    evaluate: (info, blinded) => evaluateAll({ info: paperInfo(info), blinded }),
    isPaper: (info, { input, output }) => checkAll({ info: paperInfo(info), input, output }),
    close: pool.close,
  };
}
