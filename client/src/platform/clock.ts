/** Time, as far as the client waits for it; tests use another one. */
export type Clock = {
  /** ms since the epoch */
  now(): number;
  /** Acts once after `ms`; returns how to cancel that. */
  after(ms: number, act: () => void): () => void;
};

/** The clock of this device. */
export const deviceClock: Clock = {
  now: Date.now,
  after(ms, act) {
    const timer = setTimeout(act, ms);
    return () => clearTimeout(timer);
  },
};
