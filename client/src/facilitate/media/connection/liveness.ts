import type { Direction } from '@multaqa/shared/facilitate/media/signalling';
import type { TransportStats } from '../quality/stats.ts';

/**
 * Whether the other end of a transport is there: what has been counted, when anything was last received, and since when
 * its STUN requests have had no answer (null while none waits). Times in ms since the epoch.
 */
export type Liveness = { requests: number; received: number; receivedAt: number; requestedAt: number | null };

/** Even on a slow network a request is answered within `answer` (ms), and browsers send one well within `silence` (ms). */
const longest = { silence: 3_000, answer: 1_500 };

/** The liveness after another look at the counters. */
export function nextLiveness(
  before: Liveness | null,
  { at, traffic }: Pick<TransportStats, 'at' | 'traffic'>,
  direction: Direction,
): Liveness {
  const { requests, received } = traffic[direction];
  if (!before || received !== before.received) return { requests, received, receivedAt: at, requestedAt: null };
  return { ...before, requests, requestedAt: before.requestedAt ?? (requests > before.requests ? at : null) };
}

/** True when there is nobody at the other end any more, as of `at` (ms since the epoch). */
export const isDead = ({ receivedAt, requestedAt }: Liveness, at: number): boolean =>
  requestedAt !== null && at - receivedAt >= longest.silence && at - requestedAt >= longest.answer;
