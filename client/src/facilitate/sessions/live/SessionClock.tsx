import type { OpenSessionView } from '@multaqa/shared/facilitate/sessions/sessions.view';
import { Meter } from '../../../design/Meter.tsx';
import { useServerClock } from '../../../dialogue/use-dialogue.ts';
import { useMoments } from '../../../platform/moments.ts';
import { useTick } from '../use-tick.ts';
import styles from './SessionClock.module.css';
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
    <div className={styles.clock} role="timer" data-over={isOver}>
      <span className={styles.time}>{moments.clock(isOver ? gone - whole : whole - gone)}</span>
      <span className={styles.words}>
        {isOver
          ? text('live.over')
          : text('live.left-of', { minutes: text('common.minutes', { count: session.plan.minutes }) })}
      </span>
      <span className={styles.meter}>
        <Meter value={gone / whole} tone={isOver ? 'warning' : 'accent'} />
      </span>
    </div>
  );
}
