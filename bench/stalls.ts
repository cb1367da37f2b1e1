import { monitorEventLoopDelay, performance } from 'node:perf_hooks';

const pause = () => new Promise(resolve => setTimeout(resolve, 20));
const median = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** Prints how long work takes, and the longest that the event loop stands still meanwhile, in ms: the median of so many runs after a first one. */
export async function watchStalls(name: string, runs: number, work: () => Promise<unknown>): Promise<void> {
  const [stalls, times]: [number[], number[]] = [[], []];
  for (let run = 0; run <= runs; run += 1) {
    const loop = monitorEventLoopDelay({ resolution: 1 });
    loop.enable();
    await pause();
    const begun = performance.now();
    await work();
    const took = performance.now() - begun;
    // A delay is known once the loop goes on.
    await pause();
    loop.disable();
    if (run === 0) continue;
    times.push(took);
    stalls.push(loop.max / 1e6);
  }
  const worst = Math.max(...stalls).toFixed(1);
  console.log(`  ${name}: ${median(times).toFixed(0)} ms, stall ${median(stalls).toFixed(1)} ms (worst ${worst})`);
}
