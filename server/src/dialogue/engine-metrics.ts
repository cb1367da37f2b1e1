/** What the engine counts of its own work; durations in seconds. */
export type EngineMetrics = {
  /** One command, from the moment it arrived until its answer left. */
  acknowledged(slice: string, outcome: 'accepted' | 'refused' | 'failed', seconds: number): void;
  /** One transaction, from its decision until it was on disk. */
  committed(commands: number, facts: number, seconds: number): void;
  /** One round of telling every audience of a dialogue what has changed. */
  ticked(seconds: number): void;
  leaseChanged(change: 'taken' | 'lost' | 'released'): void;
};

/** Counts nothing: for tests and benches. */
export const noMetrics: EngineMetrics = { acknowledged() {}, committed() {}, ticked() {}, leaseChanged() {} };

/** Writes a line to the log at level `debug`. */
export type Debug = (what: string, where: Record<string, unknown>) => void;
