import type { EvaluatedPaper } from '@multaqa/shared/facilitate/polls/paper';
import type { Task } from '../../platform/work-pool.ts';
import { evaluatePaper } from './oprf.ts';

/** Blinded papers that are to be evaluated, each with what is written on it openly. */
export type EvaluateAsked = { secret: string; papers: readonly { info: string; blinded: string }[] };

/** Makes papers, in their order; null for one that cannot be made. One takes some 5 ms. */
export const run: Task<EvaluateAsked, (EvaluatedPaper | null)[]> = ({ secret, papers }, { progress }) =>
  papers.map(({ info, blinded }, at) => {
    progress(at, papers.length);
    return evaluatePaper(secret, info, blinded);
  });
