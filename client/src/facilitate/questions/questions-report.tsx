import type { DialogueOutcomes } from '@multaqa/shared/dialogue';
import { PaperFigure, PaperSection } from '../../design/Paper.tsx';
import type { ReportSection } from '../../dialogue/report-section.ts';
import { useView } from '../../dialogue/use-dialogue.ts';
import styles from './questions-report.module.css';
import { useText } from './texts.ts';

type Outcome = DialogueOutcomes['questions'];
type OfSession = Outcome[number];
type Told = OfSession['questions'][number];

/** What people have asked, and what they were told, session by session, in the report. */
export const section: ReportSection<Outcome> = { Figures: QuestionsFigure, Body: Sessions };

function QuestionsFigure({ outcome }: { outcome: Outcome }) {
  const text = useText();
  const count = outcome.reduce((sum, { questions }) => sum + questions.length, 0);
  return count > 0 && <PaperFigure count={count} label={text('questions.figure', { count })} />;
}

function Sessions({ outcome }: { outcome: Outcome }) {
  const text = useText();
  const sessions = useView(view => view.sessions);
  const startOf = ({ session }: OfSession) => sessions[session]?.plan.startsAt ?? 0;
  if (outcome.length === 0) return null;
  const told = [...outcome].sort((a, b) => startOf(a) - startOf(b) || (a.session < b.session ? -1 : 1));
  return (
    <PaperSection heading={text('questions.report')}>
      {told.map(one => (
        <OneSession key={one.session} title={sessions[one.session]?.plan.title ?? ''} of={one} />
      ))}
    </PaperSection>
  );
}

function OneSession({ title, of: { questions } }: { title: string; of: OfSession }) {
  const text = useText();
  const ordered = [...questions].sort((a, b) => b.support - a.support || a.seq - b.seq);
  const answered = ordered.filter(({ standing }) => standing.status === 'answered');
  const open = ordered.filter(({ standing }) => standing.status !== 'answered');
  return (
    <section className={styles.session}>
      <h3 className={styles.title} dir="auto">
        {title}
      </h3>
      <Rows of={answered} />
      {open.length > 0 && <p className={styles.open}>{text('questions.report.open')}</p>}
      <Rows of={open} />
    </section>
  );
}

function Rows({ of }: { of: readonly Told[] }) {
  if (of.length === 0) return null;
  return (
    <ul className={styles.questions}>
      {of.map(one => (
        <li key={one.question}>
          <Row of={one} />
        </li>
      ))}
    </ul>
  );
}

function Row({ of: { text: words, asker, support, standing } }: { of: Told }) {
  const text = useText();
  const people = useView(view => view.people);
  const nameOf = (person: string) => people[person]?.name ?? text('common.nameless');
  return (
    <>
      <p className={styles.words} dir="auto">
        {words}
      </p>
      <p className={styles.quiet}>
        <bdi>{asker ? nameOf(asker) : text('questions.nameless')}</bdi>
        {' · '}
        {text('questions.supporters', { count: support })}
      </p>
      {standing.status === 'answered' &&
        (standing.answer === null ? (
          <p className={styles.aloud}>{text('questions.aloud')}</p>
        ) : (
          <figure className={styles.answer}>
            <blockquote dir="auto">{standing.answer}</blockquote>
            <figcaption className={styles.quiet}>
              {text('questions.answer-of', { name: nameOf(standing.by) })}
            </figcaption>
          </figure>
        ))}
    </>
  );
}
