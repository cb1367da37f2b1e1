import type { DialogueOutcomes } from '@multaqa/shared/dialogue';
import { ClusterMark } from '../design/ClusterMark.tsx';
import { PaperFigure, PaperSection } from '../design/Paper.tsx';
import { useClusterName } from '../dialogue/cluster-name.ts';
import type { ReportSection } from '../dialogue/report-section.ts';
import { useView } from '../dialogue/use-dialogue.ts';
import { useLanguage } from '../platform/languages.ts';
import styles from './cluster-report.module.css';
import { useText } from './texts.ts';

type Outcome = DialogueOutcomes['cluster'];

/** The clusters that were published, with the people in them and their towns, in the report. */
export const section: ReportSection<Outcome> = { Figures: ClustersFigure, Body: ClusterList };

function ClustersFigure({ outcome }: { outcome: Outcome }) {
  const text = useText();
  const count = outcome?.clusters.length ?? 0;
  return count > 0 && <PaperFigure count={count} label={text('clusters.figure', { count })} />;
}

function ClusterList({ outcome }: { outcome: Outcome }) {
  const text = useText();
  const nameOf = useClusterName();
  const { locale } = useLanguage();
  const cards = useView(view => view.people);
  if (!outcome) return null;
  const compare = new Intl.Collator(locale).compare;
  return (
    <PaperSection heading={text('clusters.title')}>
      <ul className={styles.clusters}>
        {outcome.clusters.map(({ cluster, names, mark, people }) => (
          <li key={cluster} className={styles.cluster}>
            <p className={styles.name}>
              <ClusterMark mark={mark} size={18} />
              <bdi>{nameOf({ names, mark })}</bdi>
            </p>
            <ul className={styles.people}>
              {people
                .map(person => ({ person, name: cards[person]?.name ?? text('common.nameless') }))
                .sort((a, b) => compare(a.name, b.name))
                .map(({ person, name }) => (
                  <li key={person}>
                    <bdi>{name}</bdi> <bdi className={styles.town}>{cards[person]?.municipality}</bdi>
                  </li>
                ))}
            </ul>
          </li>
        ))}
      </ul>
    </PaperSection>
  );
}
