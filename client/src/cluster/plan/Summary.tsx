import IconAlertTriangle from '@tabler/icons-react/dist/esm/icons/IconAlertTriangle.mjs';
import { Icon } from '../../design/Icon.tsx';
import { Pill } from '../../design/Pill.tsx';
import styles from './Summary.module.css';
import { useText } from './texts.ts';
import { closenessWord } from './why/closeness.ts';
import type { Workshop } from './workshop.ts';

/** An arrangement in a line: how near its people are to each other, and how many rules are broken. */
export function Summary({ workshop: { analysis } }: { workshop: Workshop }) {
  const text = useText();
  const { score } = analysis.quality;
  const broken = analysis.broken.length;
  return (
    <p className={styles.summary}>
      {broken > 0 && (
        <Pill tone="warning">
          <Icon of={IconAlertTriangle} size={16} />
          {text('cluster.broken', { count: broken })}
        </Pill>
      )}
      {score !== null && (
        <span>
          {text('cluster.score', {
            words: text(`cluster.close.${closenessWord(score)}`),
            points: Math.max(0, Math.round(100 * score)),
            whole: 100,
          })}
        </span>
      )}
    </p>
  );
}
