import { NativeSelect } from '@mantine/core';
import { groundOf } from '@multaqa/shared/cluster/analysis/ground';
import { qualityOf } from '@multaqa/shared/cluster/analysis/quality';
import type { ArrangementView } from '@multaqa/shared/cluster/cluster.view';
import { useMemo, useState } from 'react';
import { Dialog } from '../../../design/Dialog.tsx';
import { useText } from '../texts.ts';
import { closenessWord } from '../why/closeness.ts';
import type { Workshop } from '../workshop.ts';
import styles from './CompareDialog.module.css';
import { MatchRow } from './MatchRow.tsx';
import { matched } from './matched.ts';

type Props = { workshop: Workshop; others: readonly ArrangementView[]; isOpen: boolean; onClose(): void };

/** Two arrangements side by side: which clusters answer to each other, who is elsewhere, and how near people are in both. */
export function CompareDialog({ workshop, others, isOpen, onClose }: Props) {
  const text = useText();
  return (
    <Dialog title={text('cluster.compare')} isOpen={isOpen} onClose={onClose} size={960}>
      {isOpen && others.length > 0 && <Comparison workshop={workshop} others={others} />}
    </Dialog>
  );
}

function Comparison({ workshop, others }: Pick<Props, 'workshop' | 'others'>) {
  const text = useText();
  const { shown, profiles, analysis } = workshop;
  const [chosen, choose] = useState(others[0]?.arrangement ?? '');
  const other = others.find(({ arrangement }) => arrangement === chosen) ?? others[0];
  const compared = useMemo(() => {
    if (!other) return null;
    const people = profiles.map(({ person }) => person);
    return {
      matches: matched(shown, other, people),
      // Measured by what counts in the one on the screen, so that the two can be compared.
      score: qualityOf(groundOf(analysis.basis, other.of)).score,
    };
  }, [other, shown, profiles, analysis.basis]);
  if (!other || !compared) return null;
  const moved = compared.matches.reduce((sum, { onlyOne }) => sum + onlyOne.length, 0);
  return (
    <div className={styles.comparison}>
      <p className={styles.sum}>{text('cluster.compare.moved', { count: moved })}</p>
      <div className={styles.heads}>
        <div>
          <p className={styles.title}>
            <bdi>{shown.title}</bdi>
          </p>
          <Score score={analysis.quality.score} />
        </div>
        <div>
          <NativeSelect
            aria-label={text('cluster.compare.with')}
            value={other.arrangement}
            data={others.map(({ arrangement, title }) => ({ value: arrangement, label: title }))}
            onChange={event => choose(event.currentTarget.value)}
          />
          <Score score={compared.score} />
        </div>
      </div>
      <ul className={styles.matches}>
        {compared.matches.map(match => (
          <MatchRow
            key={`${match.one} ${match.other}`}
            match={match}
            one={shown.clusters.find(({ cluster }) => cluster === match.one) ?? null}
            other={other.clusters.find(({ cluster }) => cluster === match.other) ?? null}
            nameOf={workshop.nameOf}
          />
        ))}
      </ul>
    </div>
  );
}

function Score({ score }: { score: number | null }) {
  const text = useText();
  if (score === null) return null;
  return (
    <p className={styles.quiet}>
      {text('cluster.score', {
        words: text(`cluster.close.${closenessWord(score)}`),
        points: Math.max(0, Math.round(100 * score)),
        whole: 100,
      })}
    </p>
  );
}
