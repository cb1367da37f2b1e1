import { reportFault } from './report-fault.ts';

/** Runs pieces of work one after the other; resolves when the one that was given is over. */
export type SerialQueue = (work: () => Promise<void>) => Promise<void>;

/** Makes an empty queue. Work that rejects is reported under the code, as by `reportFault`, and the next one runs. */
export function openSerialQueue(code: string, ...expected: readonly string[]): SerialQueue {
  let last: Promise<void> = Promise.resolve();
  return work => {
    last = last.then(work).catch(reportFault(code, ...expected));
    return last;
  };
}
