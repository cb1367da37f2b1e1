import { headPath } from '@multaqa/shared/facilitate/board/draw/paths';
import { arrowEnds } from '@multaqa/shared/facilitate/board/scene/outline';
import type { OfKind } from '@multaqa/shared/facilitate/board/scene/thing';
import { useDesk } from '../../use-desk.ts';
import styles from '../things.module.css';
import { Words } from './Words.tsx';

/** An arrow between its ends, with its words in the middle. It is drawn at 0,0 of the board, since it has no box. */
export function ArrowView({ thing }: { thing: OfKind<'arrow'> }) {
  const [from, to] = arrowEnds(useDesk().look.scene(), thing);
  const middle = { left: `${(from[0] + to[0]) / 2}px`, top: `${(from[1] + to[1]) / 2}px` };
  return (
    <>
      <svg className={`${styles.ink} ${styles.arrow}`} width="1" height="1" aria-hidden="true" focusable="false">
        <path d={`M${from[0]},${from[1]}L${to[0]},${to[1]}`} />
        {thing.heads !== 'none' && <path d={headPath(from, to)} />}
        {thing.heads === 'both' && <path d={headPath(to, from)} />}
      </svg>
      <Words thing={thing} className={styles.label} style={middle} />
    </>
  );
}
