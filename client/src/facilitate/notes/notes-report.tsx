import type { DialogueOutcomes } from '@multaqa/shared/dialogue';
import type { Registered } from '@multaqa/shared/facilitate/notes/notes.state';
import { PaperFigure, PaperSection } from '../../design/Paper.tsx';
import type { ReportSection } from '../../dialogue/report-section.ts';
import { useView } from '../../dialogue/use-dialogue.ts';
import { useMoments } from '../../platform/moments.ts';
import styles from './notes-report.module.css';
import { OutcomeRow } from './register/OutcomeRow.tsx';
import { toldInReport } from './report-outcomes.ts';
import { useText } from './texts.ts';

type Outcome = DialogueOutcomes['notes'];
type OfSession = Outcome[number];

/** What people have agreed on, session by session, in the report. */
export const section: ReportSection<Outcome> = { Figures: OutcomesFigure, Body: Sessions };

function OutcomesFigure({ outcome }: { outcome: Outcome }) {
  const text = useText();
  const count = outcome.reduce((sum, { outcomes }) => {
    const { brought, left } = toldInReport(outcomes);
    return sum + brought.length + left.length;
  }, 0);
  return count > 0 && <PaperFigure count={count} label={text('notes.figure', { count })} />;
}

function Sessions({ outcome }: { outcome: Outcome }) {
  const text = useText();
  const sessions = useView(view => view.sessions);
  const startOf = ({ session }: OfSession) => sessions[session]?.plan.startsAt ?? 0;
  if (outcome.length === 0) return null;
  const told = [...outcome].sort((a, b) => startOf(a) - startOf(b) || (a.session < b.session ? -1 : 1));
  return (
    <PaperSection heading={text('notes.report')}>
      {told.map(one => (
        <OneSession key={one.session} title={sessions[one.session]?.plan.title ?? ''} of={one} />
      ))}
    </PaperSection>
  );
}

function OneSession({ title, of: { output, outcomes } }: { title: string; of: OfSession }) {
  const text = useText();
  const { brought, left } = toldInReport(outcomes);
  return (
    <section className={styles.session}>
      <h3 className={styles.title} dir="auto">
        {title}
      </h3>
      {output.status === 'signed' && <Signed output={output} />}
      <Rows of={brought} />
      {brought.length > 0 && left.length > 0 && <p className={styles.left}>{text('notes.report.rooms')}</p>}
      <Rows of={left} />
    </section>
  );
}

function Signed({ output: { by, at } }: { output: Extract<OfSession['output'], { status: 'signed' }> }) {
  const text = useText();
  const { day } = useMoments();
  const name = useView(({ people }) => people[by]?.name) ?? text('common.nameless');
  return <p className={styles.quiet}>{text('output.signed', { name, when: day(at) })}</p>;
}

function Rows({ of }: { of: readonly Registered[] }) {
  if (of.length === 0) return null;
  return (
    <ul className={styles.outcomes}>
      {of.map(one => (
        <li key={one.outcome}>
          <OutcomeRow of={one} />
        </li>
      ))}
    </ul>
  );
}
