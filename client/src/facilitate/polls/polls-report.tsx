import type { DialogueOutcomes } from '@multaqa/shared/dialogue';
import { kindOf } from '@multaqa/shared/facilitate/polls/kinds/kinds';
import { comparedTo } from '@multaqa/shared/facilitate/polls/results/compare';
import { nameIn } from '@multaqa/shared/name-in';
import { PaperFigure, PaperSection } from '../../design/Paper.tsx';
import type { ReportSection } from '../../dialogue/report-section.ts';
import { useView } from '../../dialogue/use-dialogue.ts';
import { useLanguage } from '../../platform/languages.ts';
import { useMoments } from '../../platform/moments.ts';
import styles from './polls-report.module.css';
import { ResultView } from './results/ResultView.tsx';
import { useText } from './results/texts.ts';
import type { GroupPart } from './results/told.ts';
import { useGroupNames } from './results/use-group-names.ts';

type Outcome = DialogueOutcomes['polls'];
type Run = Outcome[number];

/** What people were asked and what they said, session by session, in the report. */
export const section: ReportSection<Outcome> = { Figures: PollsFigure, Body: Sessions };

/** Runs that hold something to tell. */
const toldOf = (outcome: Outcome) => outcome.filter(({ voters, present }) => voters > 0 || (present ?? 0) > 0);

function PollsFigure({ outcome }: { outcome: Outcome }) {
  const text = useText();
  const count = toldOf(outcome).length;
  return count > 0 && <PaperFigure count={count} label={text('poll-report.figure', { count })} />;
}

function Sessions({ outcome }: { outcome: Outcome }) {
  const text = useText();
  const sessions = useView(view => view.sessions);
  const told = toldOf(outcome);
  if (told.length === 0) return null;
  const startOf = (session: string) => sessions[session]?.plan.startsAt ?? 0;
  const ids = [...new Set(told.map(({ session }) => session))].sort(
    (a, b) => startOf(a) - startOf(b) || (a < b ? -1 : 1),
  );
  return (
    <PaperSection heading={text('poll-report.heading')}>
      {ids.map(session => (
        <section key={session} className={styles.session}>
          <h3 className={styles.title} dir="auto">
            {sessions[session]?.plan.title ?? ''}
          </h3>
          {told
            .filter(run => run.session === session)
            .map(run => (
              <OneRun key={run.run} run={run} earlier={earlierOf(run, told)} />
            ))}
        </section>
      ))}
    </PaperSection>
  );
}

/** The first run of the same poll that this one can be compared with; null for the first one itself. */
function earlierOf(run: Run, all: readonly Run[]): Run | null {
  const { tally, sheet } = run;
  if (!tally) return null;
  const before = all.filter(({ poll, launchedAt }) => poll === run.poll && launchedAt < run.launchedAt);
  return before.find(one => one.tally && comparedTo({ sheet: one.sheet, tally: one.tally }, { sheet, tally })) ?? null;
}

function OneRun({ run, earlier }: { run: Run; earlier: Run | null }) {
  const text = useText();
  const { language } = useLanguage();
  const { day } = useMoments();
  const { sheet, tally } = run;
  return (
    <article className={styles.run}>
      <h4 className={styles.question} dir="auto">
        {nameIn(sheet.question, language)}
      </h4>
      <p className={styles.quiet}>{useTurnout(run)}</p>
      {tally ? <ResultView sheet={sheet} tally={tally} size="panel" /> : <p>{text('poll-report.too-few')}</p>}
      {tally && earlier?.tally && (
        <>
          <h5 className={styles.part}>{text('poll-report.since', { day: day(earlier.launchedAt) })}</h5>
          <ResultView
            sheet={sheet}
            tally={tally}
            before={{ sheet: earlier.sheet, tally: earlier.tally }}
            size="panel"
          />
        </>
      )}
      {tally && run.split && <Divided run={run} split={run.split} />}
    </article>
  );
}

/** "31 of 40 voted, without names" */
function useTurnout({ sheet, voters, present }: Run): string {
  const text = useText();
  const count = text('poll-results.voters', { count: voters });
  return [
    present === null ? count : text('poll-report.turnout', { voters, present: Math.max(present, voters) }),
    text(`poll-report.names.${sheet.names}`),
    ...(sheet.weight === 'municipality' ? [text('poll-report.by-municipality')] : []),
  ].join(' · ');
}

function Divided({ run: { sheet, tally }, split }: { run: Run; split: NonNullable<Run['split']> }) {
  const text = useText();
  const nameOf = useGroupNames();
  if (!tally || split.groups.length < 2) return null;
  const groups = split.groups.map((cell): GroupPart => ({ ...cell, ...nameOf(split.by, cell.group) }));
  const as = kindOf(sheet.design).agreement ? 'consent' : 'groups';
  return (
    <>
      <h5 className={styles.part}>{text(`poll-report.by.${split.by}`)}</h5>
      <ResultView sheet={sheet} tally={tally} split={{ as, groups }} size="panel" />
    </>
  );
}
