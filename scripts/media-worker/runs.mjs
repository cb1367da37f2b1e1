import { exitCode } from '../process.mjs';

// mediasoup's worker ends so when nobody tells it the version it should speak (worker/src/main.cpp).
const aliveWithoutParent = 41;

/** True when this file is a worker that starts on this machine. */
export function workerRuns(path) {
  return exitCode(path, [], { env: {}, timeout: 10_000 }) === aliveWithoutParent;
}
