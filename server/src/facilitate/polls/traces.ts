import { limits } from '@multaqa/shared/limits';
import { background } from '../../platform/background.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Logger } from '../../platform/logger.ts';
import type { Store } from '../../platform/store/store.ts';

type Ports = { ballots: Pick<Store['ballots'], 'settle'>; clock: Pick<Clock, 'now' | 'at'>; logger: Logger };

/**
 * Lets nothing of earlier states of boxes stay on disk longer than a moment after ballots were kept: between two of them one would see
 * which ballots came in between. While somebody reads the disk, such as a backup, it is tried again every moment.
 */
export function settling({ ballots, clock, logger }: Ports): { soon(): void; close(): void } {
  let timer: 'idle' | 'closed' | { cancel(): void } = 'idle';

  async function settle(): Promise<void> {
    if (!(await ballots.settle())) soon();
  }

  function soon(): void {
    if (timer !== 'idle') return;
    const cancel = clock.at(clock.now() + limits.ballotTrace, () => {
      timer = 'idle';
      void background(logger, settle(), 'traces of ballots stay on disk');
    });
    timer = { cancel };
  }

  return {
    soon,
    close() {
      if (typeof timer === 'object') timer.cancel();
      timer = 'closed';
    },
  };
}
