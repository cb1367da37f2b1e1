import type { LiveView } from '@multaqa/shared/facilitate/breakouts/breakouts.view';
import { RunningClock } from '../../design/RunningClock.tsx';
import { useServerClock } from '../../dialogue/use-dialogue.ts';
import { useMoments } from '../../platform/moments.ts';
import { useTick } from '../../platform/use-tick.ts';
import { useText } from './texts.ts';

/** How long the breakouts still are, in every room. */
export function TimeOfRooms({ live, endsAt }: { live: LiveView; endsAt: number }) {
  const text = useText();
  const moments = useMoments();
  const now = useServerClock();
  useTick(1_000);
  const left = Math.max(0, endsAt - now());
  return (
    <RunningClock
      time={moments.clock(left)}
      words={text('breakouts.clock')}
      share={1 - left / (endsAt - live.openedAt)}
      tone={left < 120_000 ? 'warning' : 'accent'}
    />
  );
}
