import type { OpenSessionView } from '@multaqa/shared/facilitate/sessions/sessions.view';
import { RunningClock } from '../../../design/RunningClock.tsx';
import { useServerClock } from '../../../dialogue/use-dialogue.ts';
import { useMoments } from '../../../platform/moments.ts';
import { useTick } from '../../../platform/use-tick.ts';
import { useText } from './texts.ts';

/** How long the session still is, by the server's clock. */
export function SessionClock({ session }: { session: OpenSessionView }) {
  const text = useText();
  const moments = useMoments();
  const now = useServerClock();
  useTick(1_000);
  const whole = session.plan.minutes * 60_000;
  const gone = now() - session.openedAt;
  const isOver = gone > whole;
  return (
    <RunningClock
      time={moments.clock(isOver ? gone - whole : whole - gone)}
      words={
        isOver
          ? text('live.over')
          : text('live.left-of', { minutes: text('common.minutes', { count: session.plan.minutes }) })
      }
      share={gone / whole}
      tone={isOver ? 'warning' : 'accent'}
    />
  );
}
