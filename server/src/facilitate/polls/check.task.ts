import type { Task } from '../../platform/work-pool.ts';
import { isPaper } from './oprf.ts';

/** Papers that ballots came on. What the ballots say is not here. */
export type CheckAsked = { secret: string; papers: readonly { info: string; input: string; output: string }[] };

/** Which papers were made here, in their order. One takes some 1.2 ms. */
export const run: Task<CheckAsked, boolean[]> = ({ secret, papers }, { progress }) =>
  papers.map(({ info, ...paper }, at) => {
    progress(at, papers.length);
    return isPaper(secret, info, paper);
  });
