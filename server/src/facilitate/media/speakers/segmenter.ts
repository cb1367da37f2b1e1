/** When a microphone spoke, ms of any clock. */
export type Run = { from: number; to: number };

/**
 * Finds when one open microphone speaks, from the audio level of each packet: louder than the noise around it by 12 dB for at
 * least 250 ms, dips of up to 0.2 s not counted. It tells runs; where pauses are bridged and what is a turn is up to the rules.
 */
export type Segmenter = {
  /** One packet: its level in -dBov (0 is the loudest, 127 silence), and when its sound began. */
  packet(below: number, at: number): void;
  /** The instant before which everything is known; what may still become a run, or go on, holds it back. */
  knownTo(now: number): number;
  /** The runs before an instant, each told once; what lies after it is kept. */
  take(to: number): Run[];
  /** The microphone is muted or elsewhere: what spoke has ended, and the rest of it is returned. */
  cut(): Run[];
};

/** How much louder than the noise speech is (dB), how long it is at least, and how long a dip within it is at most (ms). */
const speech = { margin: 12, shortest: 250, dip: 200 };
/** What one packet of Opus holds as browsers send it (ms). */
const packetMs = 20;
/** A packet may come so much after its sound (ms). */
const lateness = 300;
/**
 * The noise is the least smoothed level of the last eight seconds, in parts of one second: speech pauses that often, so that
 * it does not rise with what is said (minimum statistics; Martin 2001, doi:10.1109/89.928915). A microphone whose pauses are
 * digital silence counts as a quiet room, and no noise is so loud that nobody is heard over it (dBov).
 */
const noise = { parts: 8, partMs: 1_000, smoothing: 0.3, quietest: -60, loudest: -34 };

type Candidate = Run & { loudMs: number };
type State = {
  smoothed: number | null;
  parts: number[];
  partFrom: number;
  candidate: Candidate | null;
  /** Told not yet. The last one goes on while the candidate is it. */
  runs: Run[];
};

/** A segmenter that has heard nothing yet. */
export function openSegmenter(): Segmenter {
  const state: State = { smoothed: null, parts: [], partFrom: Number.NEGATIVE_INFINITY, candidate: null, runs: [] };
  return {
    packet(below, at) {
      const level = -below;
      endAfterDip(state, at);
      const isSpeech = level > floorOf(state) + speech.margin;
      learn(state, level, at);
      if (isSpeech) hear(state, at);
    },
    knownTo(now) {
      endAfterDip(state, now - lateness);
      const { candidate } = state;
      if (!candidate) return now - lateness;
      return isRun(candidate) ? Math.min(candidate.to, now) : candidate.from;
    },
    take: to => take(state, to),
    cut() {
      state.candidate = null;
      return state.runs.splice(0);
    },
  };
}

const isRun = ({ loudMs }: Candidate): boolean => loudMs >= speech.shortest;

const floorOf = ({ parts }: State): number =>
  Math.min(noise.loudest, Math.max(noise.quietest, parts.length > 0 ? Math.min(...parts) : noise.quietest));

function learn(state: State, level: number, at: number): void {
  const before = state.smoothed ?? level;
  const smoothed = before + noise.smoothing * (level - before);
  state.smoothed = smoothed;
  const last = state.parts.length - 1;
  if (at - state.partFrom < noise.partMs && last >= 0) {
    state.parts[last] = Math.min(state.parts[last] ?? smoothed, smoothed);
    return;
  }
  state.partFrom = at;
  state.parts = [...state.parts, smoothed].slice(-noise.parts);
}

function hear(state: State, at: number): void {
  const end = at + packetMs;
  const { candidate } = state;
  if (!candidate) {
    state.candidate = { from: at, to: end, loudMs: packetMs };
    return;
  }
  const wasRun = isRun(candidate);
  candidate.to = Math.max(candidate.to, end);
  candidate.loudMs += packetMs;
  if (!isRun(candidate)) return;
  const last = state.runs.at(-1);
  if (wasRun && last) last.to = candidate.to;
  else state.runs.push({ from: candidate.from, to: candidate.to });
}

function endAfterDip(state: State, at: number): void {
  if (state.candidate && at - state.candidate.to > speech.dip) state.candidate = null;
}

function take(state: State, to: number): Run[] {
  const told = state.runs
    .map(run => ({ from: run.from, to: Math.min(run.to, to) }))
    .filter(({ from, to: end }) => from < end);
  const goesOn = state.candidate !== null && isRun(state.candidate);
  state.runs = state.runs
    .map(run => ({ from: Math.max(run.from, Math.min(to, run.to)), to: run.to }))
    .filter(({ from, to: end }, at) => from < end || (goesOn && at === state.runs.length - 1));
  return told;
}
