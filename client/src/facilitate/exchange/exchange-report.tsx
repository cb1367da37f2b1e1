import type { DialogueOutcomes } from '@multaqa/shared/dialogue';
import { PaperFigure, PaperSection } from '../../design/Paper.tsx';
import type { ReportSection } from '../../dialogue/report-section.ts';
import { useView } from '../../dialogue/use-dialogue.ts';
import styles from './exchange-report.module.css';
import { FigureList } from './FigureList.tsx';
import { TownMatrix } from './TownMatrix.tsx';
import { useText } from './texts.ts';

type Outcome = DialogueOutcomes['exchange'];

/** Who was heard, session by session and in all, in the report. */
export const section: ReportSection<Outcome> = { Figures: HeardFigure, Body: Exchange };

function HeardFigure({ outcome }: { outcome: Outcome }) {
  const text = useText();
  const { heard, n } = outcome.dialogue.figures;
  return n > 0 && <PaperFigure count={heard} label={text('exchange.figure', { count: heard, all: n })} />;
}

function Exchange({ outcome: { sessions: told, dialogue } }: { outcome: Outcome }) {
  const text = useText();
  const sessions = useView(view => view.sessions);
  if (told.length === 0) return null;
  const startOf = (session: string) => sessions[session]?.plan.startsAt ?? 0;
  const ordered = [...told].sort((a, b) => startOf(a.session) - startOf(b.session) || (a.session < b.session ? -1 : 1));
  return (
    <PaperSection heading={text('exchange.report')}>
      <p className={styles.quiet}>{text('exchange.report.what')}</p>
      {ordered.map(({ session, figures }) => (
        <section key={session} className={styles.session}>
          <h3 className={styles.title} dir="auto">
            {sessions[session]?.plan.title ?? ''}
          </h3>
          <FigureList of={figures} />
        </section>
      ))}
      {told.length > 1 && (
        <section className={styles.session}>
          <h3 className={styles.title}>{text('exchange.report.all')}</h3>
          <FigureList of={dialogue.figures} />
        </section>
      )}
      <TownMatrix of={dialogue.matrix} />
    </PaperSection>
  );
}
