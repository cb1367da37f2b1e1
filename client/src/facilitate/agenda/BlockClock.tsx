import { RunningClock } from '../../design/RunningClock.tsx';
import { useMoments } from '../../platform/moments.ts';
import { useText } from './texts.ts';
import { useAgendaClock } from './use-agenda.ts';

/** How long the block that goes on still has, in every room; nothing while none does. */
export function BlockClock() {
  const text = useText();
  const moments = useMoments();
  const now = useAgendaClock();
  if (!now) return null;
  const { clock, since, endsAt } = now;
  const minutes = Math.max(1, Math.round((endsAt - since) / 60_000));
  const isOver = clock.left < 0;
  return (
    <RunningClock
      time={moments.clock(Math.abs(clock.left))}
      words={
        isOver ? text('agenda.over') : text('agenda.left-of', { minutes: text('common.minutes', { count: minutes }) })
      }
      share={1 - clock.left / (endsAt - since)}
      tone={isOver ? 'warning' : 'accent'}
    />
  );
}
