import type { DotResult } from '@multaqa/shared/facilitate/board/board.state';
import { isWritten, type Thing, type ThingId } from '@multaqa/shared/facilitate/board/scene/thing';
import { saidBy } from '@multaqa/shared/facilitate/board/templates/sentences';
import { useSyncExternalStore } from 'react';
import { useLanguage } from '../../../platform/languages.ts';
import type { Board } from '../scene/open-board.ts';
import { ClusterShares } from './ClusterShares.tsx';
import styles from './ResultList.module.css';
import { ranked } from './results.ts';
import { useText } from './texts.ts';

type Props = {
  result: { readonly [thing: ThingId]: DotResult };
  board: Board;
  /** Shows a thing on the board; null where the board is not there to be moved. */
  onGo: ((thing: ThingId) => void) | null;
};

/** The result of a vote in words and numbers. */
export function ResultList({ result, board, onGo }: Props) {
  const text = useText();
  const wordsOf = useWords();
  const scene = useSyncExternalStore(board.subscribe, board.scene);
  const all = ranked(scene, result);
  if (all.length === 0) return <p>{text('meeting.result.none')}</p>;
  const most = all[0]?.dots ?? 1;
  return (
    <ol className={styles.list}>
      {all.map(({ id, thing, dots, people, clusters }) => (
        <li key={id} className={styles.item}>
          {thing && onGo ? (
            <button type="button" className={styles.words} dir="auto" onClick={() => onGo(id)}>
              {wordsOf(thing)}
            </button>
          ) : (
            <p className={styles.words} dir="auto">
              {thing ? wordsOf(thing) : text('meeting.result.gone')}
            </p>
          )}
          <span className={styles.bar} aria-hidden="true">
            <span style={{ inlineSize: `${(100 * dots) / most}%` }} />
          </span>
          <p className={styles.figures}>
            {text('meeting.dots', { count: dots })} · {text('meeting.of-people', { count: people })}
          </p>
          <ClusterShares clusters={clusters} />
        </li>
      ))}
    </ol>
  );
}

/** What a thing says, in words. */
function useWords(): (thing: Thing) => string {
  const text = useText();
  const { language } = useLanguage();
  return thing => {
    if (thing.kind === 'image') return thing.alt || text('meeting.image');
    if (!isWritten(thing)) return '';
    return thing.text.trim() || saidBy(thing.says ?? '', language) || text('meeting.nameless');
  };
}
