import { Note } from '../../../design/Note.tsx';
import { useText } from '../texts.ts';
import type { CountReason, Proposed } from './answer.ts';
import styles from './ProposedNote.module.css';

/** How many clusters were proposed and why so many, with how well other numbers would have done. */
export function ProposedNote({ proposed }: { proposed: Proposed }) {
  const text = useText();
  const { count, why, scores } = proposed;
  const best = Math.max(...scores.map(({ silhouette }) => silhouette), 0.01);
  return (
    <Note tone="accent">
      <div role="status">
        <p className={styles.title}>{text('cluster.proposed', { count })}</p>
        <p>{text(`cluster.proposed.${reasonOf(why)}`)}</p>
      </div>
      {scores.length > 1 && (
        <details>
          <summary className={styles.summary}>{text('cluster.proposed.scores')}</summary>
          <ul className={styles.scores}>
            {scores.map(one => (
              <li key={one.count} data-taken={one.count === count}>
                <span>{text('cluster.clusters', { count: one.count })}</span>
                <span className={styles.bar} aria-hidden="true">
                  <span style={{ inlineSize: `${Math.max(0, (100 * one.silhouette) / best)}%` }} />
                </span>
                <span className={styles.number}>
                  {text('common.number', { number: Math.round(100 * one.silhouette) })}
                </span>
              </li>
            ))}
          </ul>
          <p className={styles.quiet}>{text('cluster.proposed.scores.hint')}</p>
        </details>
      )}
    </Note>
  );
}

const reasonOf = (why: CountReason) => (why.kind === 'structure' ? (`structure.${why.structure}` as const) : why.kind);
