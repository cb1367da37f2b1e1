/** Time, as far as the client waits for it; tests have their own. */
export type Clock = {
  /** ms since the epoch */
  now(): number;
  /** Acts once when the time (ms) is over, unless it is called off before. */
  after(ms: number, act: () => void): () => void;
};

export const deviceClock: Clock = {
  now: Date.now,
  after(ms, act) {
    const timer = setTimeout(act, ms);
    return () => clearTimeout(timer);
  },
};
