/** Time as the engines see it, in ms since the epoch, so that tests can hold it still. */
export type Clock = {
  now(): number;
  /** Runs `act` at `instant` or as soon after as possible; returns how to call it off. */
  at(instant: number, act: () => void): () => void;
};

// setTimeout overflows above 2^31 ms and would fire at once.
const longest = 2_147_483_647;

export const systemClock: Clock = {
  now: Date.now,
  at(instant, act) {
    let timer: NodeJS.Timeout;
    const wait = () => {
      const rest = instant - Date.now();
      timer = rest > longest ? setTimeout(wait, longest) : setTimeout(act, Math.max(0, rest));
      timer.unref();
    };
    wait();
    return () => clearTimeout(timer);
  },
};
