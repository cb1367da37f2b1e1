import type { Invitation } from '@multaqa/shared/invitation';
import { useMoments } from '../../platform/moments.ts';
import styles from './SessionsAhead.module.css';
import { useText } from './texts.ts';

/** The next session in full, the others on demand. */
export function SessionsAhead({ sessions }: { sessions: Invitation['sessions'] }) {
  const text = useText();
  const moments = useMoments();
  const sorted = [...sessions].sort((a, b) => a.startsAt - b.startsAt);
  const next = sorted.find(({ status }) => status === 'open') ?? sorted[0];
  if (!next) return <p className={styles.quiet}>{text('join.no-session')}</p>;
  const later = sorted.filter(session => session !== next);
  return (
    <>
      <p>
        {next.status === 'open' ? (
          <strong>{text('join.open-now')}</strong>
        ) : (
          moments.appointment(next.startsAt, next.zone)
        )}
        <span className={styles.quiet}>
          {' · '}
          {text('common.minutes', { count: next.minutes })}
        </span>
      </p>
      <p className={styles.quiet} dir="auto">
        {next.title}
      </p>
      {later.length > 0 && (
        <details className={styles.more}>
          <summary>{text('join.more-sessions', { count: later.length })}</summary>
          <ul className={styles.list}>
            {later.map(session => (
              <li key={session.session}>
                <span dir="auto">{session.title}</span>
                <span className={styles.quiet}>{moments.appointment(session.startsAt, session.zone)}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
