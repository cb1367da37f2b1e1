import { endOf, type Turn } from '@multaqa/shared/facilitate/floor/floor.state';
import { TimeLeft } from '../../dialogue/TimeLeft.tsx';
import { useServerClock } from '../../dialogue/use-dialogue.ts';
import { useMoments } from '../../platform/moments.ts';
import { useTick } from '../../platform/use-tick.ts';
import { type Cue, cueOf } from './standing.ts';

type Timed = { turn: Pick<Turn, 'since' | 'seconds'> };

/** What is left of a turn, or how long one of any length goes on. */
export function TurnClock({ turn }: Timed) {
  const end = endOf(turn);
  return end === null ? <TimeSpent since={turn.since} /> : <TimeLeft until={end} />;
}

function TimeSpent({ since }: { since: number }) {
  const moments = useMoments();
  const now = useServerClock();
  useTick(1_000);
  return (
    <b role="timer" aria-live="off">
      {moments.clock(Math.max(0, now() - since))}
    </b>
  );
}

/** Whether a turn comes to its end; null without a turn. */
export function useCue(turn: Timed['turn'] | null): Cue {
  const now = useServerClock();
  useTick(turn?.seconds ? 1_000 : null);
  return turn ? cueOf(turn, now()) : 'none';
}
