import type { Shared } from '@multaqa/shared/cluster/analysis/why';
import { Meter } from '../../../design/Meter.tsx';
import { useText } from '../texts.ts';
import styles from './SharedList.module.css';
import type { TraitWords } from './trait-words.ts';

type Props = {
  shared: readonly Shared[];
  words: TraitWords;
  /** Whether the counts are of all who are here, or of the others beside one person. */
  among: 'all' | 'others';
};

/** What people share, each with how many of them do and how many elsewhere. */
export function SharedList({ shared, words, among }: Props) {
  const text = useText();
  return (
    <ul className={styles.shared}>
      {shared.map(({ trait, here, size, all, everybody }) => (
        <li key={`${trait.kind} ${trait.criterion} ${trait.value}`} className={styles.one}>
          <span className={styles.trait} dir="auto">
            {words(trait).whole}
          </span>
          <Meter value={here / Math.max(1, size)} />
          <span className={styles.counts}>
            {text(among === 'all' ? 'cluster.shared.here' : 'cluster.shared.others', { here, of: size })}
            {among === 'all' && everybody > size && (
              <>
                {text('common.comma')}
                {text('cluster.shared.elsewhere', { there: all - here, of: everybody - size })}
              </>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}
