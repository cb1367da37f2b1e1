import type { Summary } from '@multaqa/shared/dialogue';
import { Link } from 'react-router';
import { Meter } from '../design/Meter.tsx';
import { Pill } from '../design/Pill.tsx';
import { useMoments } from '../platform/moments.ts';
import styles from './DialogueCard.module.css';
import { useText } from './texts.ts';
import { usePlaces } from './use-places.ts';

/** A dialogue at a glance; the whole card leads into it. */
export function DialogueCard({ summary }: { summary: Summary & { dialogue: string } }) {
  const text = useText();
  const places = usePlaces();
  const { title, goal, role, sessions, live, status, example } = summary;
  return (
    <article className={styles.card}>
      <div className={styles.pills}>
        {live && <Pill tone="accent">{text('about.live')}</Pill>}
        {status === 'ended' && <Pill>{text('about.ended')}</Pill>}
        {example && <Pill tone="warning">{text('about.example')}</Pill>}
        <Pill>{text(`roles.${role}`)}</Pill>
      </div>
      <h2 className={styles.title} dir="auto">
        <Link className={styles.link} to={`/d/${summary.dialogue}`}>
          {title}
        </Link>
      </h2>
      {goal && (
        <p className={styles.goal} dir="auto">
          {goal}
        </p>
      )}
      <p className={styles.quiet}>{places(summary)}</p>
      <div className={styles.foot}>
        <NextSession summary={summary} />
        {sessions.total > 0 && <Meter value={sessions.closed / sessions.total} />}
      </div>
    </article>
  );
}

/** A dialogue that cannot be opened at the moment, with what to tell whoever runs the server. */
export function ClosedCard({ reference }: { reference: string | null }) {
  const text = useText();
  return (
    <article className={styles.closed}>
      <h2 className={styles.title}>{text('about.closed.title')}</h2>
      <p>{text('about.closed.text')}</p>
      {reference && <p className={styles.quiet}>{text('common.reference', { reference })}</p>}
    </article>
  );
}

function NextSession({ summary: { live, sessions } }: { summary: Summary }) {
  const text = useText();
  const moments = useMoments();
  const { next, total, closed } = sessions;
  if (live) return <p className={styles.next}>{text('about.live.now')}</p>;
  if (!next) return <p className={styles.quiet}>{text(total > 0 ? 'about.all-held' : 'about.none-planned')}</p>;
  return (
    <p>
      <span className={styles.next}>{text('about.session-of', { number: closed + 1, total })}</span>{' '}
      <span className={styles.quiet}>{moments.appointment(next.startsAt, next.zone)}</span>
    </p>
  );
}
