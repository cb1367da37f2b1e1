import { useMoments } from '../../../platform/moments.ts';
import { useText } from '../texts.ts';
import styles from './ControlRoom.module.css';
import type { Need } from './room-now.ts';

/** Why a room needs a visit, in words. */
export function NeedLine({ need, now }: { need: Need; now: number }) {
  const text = useText();
  const moments = useMoments();
  switch (need.kind) {
    case 'empty':
      return <p className={styles.quiet}>{text('breakouts.empty')}</p>;
    case 'silent':
      return <p className={styles.need}>{text('breakouts.silent', { time: moments.clock(now - need.since) })}</p>;
    case 'help':
      return (
        <p className={styles.need}>
          {text('breakouts.called', { time: moments.clock(now - need.at) })}
          {need.text && (
            <q className={styles.word} dir="auto">
              {need.text}
            </q>
          )}
        </p>
      );
  }
}
