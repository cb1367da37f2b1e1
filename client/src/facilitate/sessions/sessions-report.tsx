import type { DialogueOutcomes } from '@multaqa/shared/dialogue';
import { PaperFigure, PaperSection } from '../../design/Paper.tsx';
import type { ReportSection } from '../../dialogue/report-section.ts';
import { useMoments } from '../../platform/moments.ts';
import styles from './sessions-report.module.css';
import { TranscriptLink } from './TranscriptLink.tsx';
import { useText } from './texts.ts';

type Held = DialogueOutcomes['sessions'];

/** The sessions that were held, in the report. */
export const section: ReportSection<Held> = {
  Figures: SessionsFigure,
  Body: HeldSessions,
};

function SessionsFigure({ outcome: { length } }: { outcome: Held }) {
  const text = useText();
  return <PaperFigure count={length} label={text('sessions.figure', { count: length })} />;
}

function HeldSessions({ outcome }: { outcome: Held }) {
  const text = useText();
  const moments = useMoments();
  if (outcome.length === 0) return null;
  return (
    <PaperSection heading={text('sessions.held-list')}>
      <ol className={styles.sessions}>
        {outcome.map(({ session, title, openedAt, minutes, people }) => (
          <li key={session} className={styles.session}>
            <span className={styles.day}>{moments.day(openedAt)}</span>
            <span className={styles.name} dir="auto">
              {title}
            </span>
            <span className={styles.length}>
              {text('sessions.held', {
                minutes: text('common.minutes', { count: Math.max(1, minutes) }),
                people: text('places.people', { count: people }),
              })}
            </span>
            <span className={styles.transcript}>
              <TranscriptLink session={session} title={title} />
            </span>
          </li>
        ))}
      </ol>
    </PaperSection>
  );
}
