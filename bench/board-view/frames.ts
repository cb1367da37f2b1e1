/** Frames a second while something is done, and how long the worst frame took, in ms. */
export type Frames = { perSecond: number; worst: number };

type Meter = { begin(): void; end(): Frames };
declare global {
  interface Window {
    meter: Meter;
    /** Says when the board shows everything, and does what the program asks for. */
    board?: { fit(): void; atOne(): void };
  }
}

/** Counts frames from `begin` to `end`. */
export function openMeter(): Meter {
  let times: number[] = [];
  let isCounting = false;
  const count = (time: number) => {
    if (!isCounting) return;
    times.push(time);
    requestAnimationFrame(count);
  };
  return {
    begin() {
      times = [];
      isCounting = true;
      requestAnimationFrame(count);
    },
    end() {
      isCounting = false;
      const gaps = times.slice(1).map((time, at) => time - (times[at] ?? time));
      const length = (times.at(-1) ?? 0) - (times[0] ?? 0);
      return { perSecond: (1_000 * gaps.length) / length, worst: Math.max(...gaps) };
    },
  };
}
