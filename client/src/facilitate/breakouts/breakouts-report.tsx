import type { DialogueOutcomes } from '@multaqa/shared/dialogue';
import { ClusterMark } from '../../design/ClusterMark.tsx';
import { PaperFigure, PaperSection } from '../../design/Paper.tsx';
import type { ReportSection } from '../../dialogue/report-section.ts';
import { useBreakoutName } from '../../dialogue/rooms.ts';
import { useView } from '../../dialogue/use-dialogue.ts';
import styles from './breakouts-report.module.css';
import { useText } from './texts.ts';

type Outcome = DialogueOutcomes['breakouts'];

/** What the rooms of each grouping that was open brought back, in the report. */
export const section: ReportSection<Outcome> = { Figures: RoomsFigure, Body: Groupings };

function RoomsFigure({ outcome }: { outcome: Outcome }) {
  const text = useText();
  const count = outcome.reduce((sum, { rooms }) => sum + rooms.length, 0);
  return count > 0 && <PaperFigure count={count} label={text('breakouts.figure', { count })} />;
}

function Groupings({ outcome }: { outcome: Outcome }) {
  const text = useText();
  const nameOf = useBreakoutName();
  const people = useView(view => view.people);
  const told = outcome.filter(({ rooms }) => rooms.some(({ results }) => results.length > 0));
  if (told.length === 0) return null;
  return (
    <PaperSection heading={text('breakouts.report')}>
      {told.map(({ grouping, title, rooms }) => (
        <section key={grouping} className={styles.grouping}>
          <h3 className={styles.title} dir="auto">
            {title}
          </h3>
          <ul className={styles.rooms}>
            {rooms
              .filter(({ results }) => results.length > 0)
              .map(room => (
                <li key={room.room} className={styles.room}>
                  <p className={styles.name}>
                    <ClusterMark mark={room.mark} size={16} />
                    <bdi>{nameOf(room)}</bdi>
                  </p>
                  <ul className={styles.results}>
                    {room.results.map(({ result, text: words, by }) => (
                      <li key={result}>
                        <span dir="auto">{words}</span>{' '}
                        <bdi className={styles.quiet}>{people[by]?.name ?? text('common.nameless')}</bdi>
                      </li>
                    ))}
                  </ul>
                </li>
              ))}
          </ul>
        </section>
      ))}
    </PaperSection>
  );
}
