import { Meter } from '../../../design/Meter.tsx';
import { Note } from '../../../design/Note.tsx';
import styles from './AgendaPlan.module.css';
import { useText } from './texts.ts';

/** How much of a session its blocks fill, both in minutes, and what follows from that. */
export function Total({ planned, session }: { planned: number; session: number }) {
  const text = useText();
  const inMinutes = (count: number) => text('common.minutes', { count });
  const left = session - planned;
  return (
    <div className={styles.total}>
      <p className={styles.sum}>{text('agenda.total', { planned: inMinutes(planned), session: inMinutes(session) })}</p>
      <Meter value={planned / session} tone={left < 0 ? 'warning' : 'accent'} />
      {left < 0 ? (
        <Note tone="warning">{text('agenda.total.over', { minutes: inMinutes(-left) })}</Note>
      ) : (
        <p className={styles.quiet}>
          {left === 0 ? text('agenda.total.exact') : text('agenda.total.left', { minutes: inMinutes(left) })}
        </p>
      )}
    </div>
  );
}
