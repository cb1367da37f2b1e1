import type { TaskControl } from '../work-thread.ts';

/** What a thread of a test is told to do. */
export type Deed =
  | { deed: 'count'; ms: number }
  | { deed: 'listen' }
  | { deed: 'wait-for-signal' }
  | { deed: 'hang' }
  | { deed: 'never' }
  | { deed: 'throw' }
  | { deed: 'throw-something-odd' }
  | { deed: 'exit' }
  | { deed: 'eat' }
  | { deed: 'return'; value: unknown }
  | { deed: 'return-a-function' };

/** The task of the tests of the pool. */
export async function run(order: Deed, control: TaskControl): Promise<unknown> {
  switch (order.deed) {
    case 'count':
      return burn(order.ms, control);
    case 'listen':
      while (!control.isCancelled()) control.progress(1, 2);
      return 'listened';
    case 'wait-for-signal':
      control.progress(1, 2);
      return new Promise(resolve => control.signal.addEventListener('abort', () => resolve('listened')));
    case 'hang':
      control.progress(1, 2);
      for (;;);
    case 'never':
      return new Promise(() => {});
    case 'throw':
      throw new RangeError('out of range');
    case 'throw-something-odd':
      throw new Error('odd', { cause: () => {} });
    case 'exit':
      process.exit(3);
      break;
    case 'eat': {
      const eaten: number[][] = [];
      for (;;) eaten.push(Array.from({ length: 100_000 }, (_, at) => at * 1.5));
    }
    case 'return':
      return order.value;
    case 'return-a-function':
      return () => {};
  }
}

/** Burns CPU for so long, in ms, and tells of it all the while. */
function burn(ms: number, { progress }: TaskControl): number {
  const begun = performance.now();
  let rounds = 0;
  while (performance.now() - begun < ms) {
    rounds += 1;
    progress(Math.min(ms, performance.now() - begun), ms);
  }
  progress(ms, ms);
  return rounds;
}
