import type { DialogueOutcomes } from '@multaqa/shared/dialogue';
import { nameIn } from '@multaqa/shared/name-in';
import type { Names } from '@multaqa/shared/names';
import { PaperSection } from '../../design/Paper.tsx';
import type { ReportSection } from '../../dialogue/report-section.ts';
import { useView } from '../../dialogue/use-dialogue.ts';
import { useLanguage } from '../../platform/languages.ts';
import styles from './agenda-report.module.css';
import { useText } from './texts.ts';

type Outcome = DialogueOutcomes['agenda'];
type OfSession = Outcome[number];
type Item = OfSession['parked'][number];

/** What was planned and what it took, and what was put aside, session by session, in the report. */
export const section: ReportSection<Outcome> = { Body: Sessions };

function Sessions({ outcome }: { outcome: Outcome }) {
  const text = useText();
  const sessions = useView(view => view.sessions);
  const startOf = ({ session }: OfSession) => sessions[session]?.plan.startsAt ?? 0;
  if (outcome.length === 0) return null;
  const told = [...outcome].sort((a, b) => startOf(a) - startOf(b) || (a.session < b.session ? -1 : 1));
  return (
    <PaperSection heading={text('agenda.report')}>
      {told.map(one => (
        <section key={one.session} className={styles.session}>
          <h3 className={styles.title} dir="auto">
            {sessions[one.session]?.plan.title ?? ''}
          </h3>
          <Blocks of={one} />
          <Parked of={one} outcome={outcome} />
        </section>
      ))}
    </PaperSection>
  );
}

function Blocks({ of: { blocks } }: { of: OfSession }) {
  const text = useText();
  const { language } = useLanguage();
  const inMinutes = (count: number) => text('common.minutes', { count });
  return (
    <ol className={styles.blocks}>
      {blocks.map(({ block, title, minutes, taken }) => (
        <li key={block}>
          <bdi className={styles.name}>{nameIn(title, language)}</bdi>
          <span className={styles.time}>{text('agenda.report.planned', { minutes: inMinutes(minutes) })}</span>
          <span className={styles.time}>
            {taken > 0 ? text('agenda.report.taken', { minutes: inMinutes(taken) }) : text('agenda.report.not-held')}
          </span>
        </li>
      ))}
    </ol>
  );
}

function Parked({ of: { parked }, outcome }: { of: OfSession; outcome: Outcome }) {
  const text = useText();
  if (parked.length === 0) return null;
  return (
    <>
      <p className={styles.aside}>{text('agenda.report.parked')}</p>
      <ul className={styles.parked}>
        {parked.map(one => (
          <li key={one.item}>
            <span className={styles.words} dir="auto">
              {one.text}
            </span>
            <Fate of={one} outcome={outcome} />
          </li>
        ))}
      </ul>
    </>
  );
}

/** What became of something put aside; nothing while nobody has said so. */
function Fate({ of: { status, to }, outcome }: { of: Item; outcome: Outcome }) {
  const text = useText();
  const { language } = useLanguage();
  if (status === 'settled') return <span className={styles.time}>{text('agenda.settled')}</span>;
  const title = to && titleOf(outcome, to);
  if (!title) return null;
  return <span className={styles.time}>{text('agenda.carried', { block: nameIn(title, language) })}</span>;
}

const titleOf = (outcome: Outcome, { session, block }: NonNullable<Item['to']>): Names | undefined =>
  outcome.find(one => one.session === session)?.blocks.find(one => one.block === block)?.title;
