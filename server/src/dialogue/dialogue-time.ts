import type { Clock } from '../platform/clock.ts';

/** The time of one dialogue, in ms since the epoch. */
export type DialogueTime = {
  now(): number;
  /** The instant of the server's clock at which the dialogue's time reaches `instant`. */
  onClock(instant: number): number;
};

/**
 * A dialogue's time never runs backwards: where the clock says less than the last fact does, because it was wrong then
 * or is wrong now, the dialogue's time goes on from that fact at the pace of the clock. Deadlines keep their distance.
 */
export function openDialogueTime(clock: Pick<Clock, 'now'>, lastFactAt: number): DialogueTime {
  let ahead = 0;
  let last = lastFactAt;
  return {
    now() {
      ahead = Math.max(ahead, last - clock.now());
      last = clock.now() + ahead;
      return last;
    },
    onClock: instant => instant - ahead,
  };
}
