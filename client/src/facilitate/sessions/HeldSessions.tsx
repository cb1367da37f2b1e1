import type { DialogueOutcomes } from '@multaqa/shared/dialogue';
import { PaperSection } from '../../design/Paper.tsx';
import type { ReportSection } from '../../dialogue/report-section.ts';
import { useText } from '../../platform/languages.ts';
import { useMoments } from '../../platform/moments.ts';
import styles from './HeldSessions.module.css';

type Held = DialogueOutcomes['sessions'];

/** The sessions that were held, in the report. */
export const sessionsReport: ReportSection<Held> = {
  figures: held => [{ label: 'report.figure.sessions', count: held.length }],
  Body: HeldSessions,
};

function HeldSessions({ outcome }: { outcome: Held }) {
  const text = useText();
  const moments = useMoments();
  if (outcome.length === 0) return null;
  return (
    <PaperSection heading={text('report.sessions')}>
      <ol className={styles.sessions}>
        {outcome.map(({ session, title, openedAt, minutes, people }) => (
          <li key={session} className={styles.session}>
            <span className={styles.day}>{moments.day(openedAt)}</span>
            <span className={styles.name} dir="auto">
              {title}
            </span>
            <span className={styles.length}>
              {text('sessions.held', {
                minutes: text('sessions.minutes', { count: Math.max(1, minutes) }),
                people: text('places.people', { count: people }),
              })}
            </span>
          </li>
        ))}
      </ol>
    </PaperSection>
  );
}
