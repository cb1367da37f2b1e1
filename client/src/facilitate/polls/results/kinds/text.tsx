import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Telling } from '../chart/telling.ts';
import styles from './text.module.css';
import type { KindView, ResultOf } from './view.ts';

type Texts = ResultOf<'text'>;

/** Answers as cards, those of several people first. */
export const text: KindView<Texts> = {
  draw: null,
  Read: Cards,
  table: ({ texts }, { text, count: told, counted }) => ({
    fields: [text('poll-results.answer'), counted],
    rows: texts.map(({ text: words, count }) => [words, told(count)]),
  }),
  said: (ballot, { text }) => ('write' in ballot ? ballot.write.join(text('common.comma')) : ''),
};

/** More cards than these come when somebody asks for them. */
const atOnce = 60;

function Cards({ result: { texts }, telling: { frame, text, count: told } }: { result: Texts; telling: Telling }) {
  const [isAll, setIsAll] = useState(false);
  const shown = isAll ? texts : texts.slice(0, atOnce);
  return (
    <>
      <ul className={`${styles.cards} ${styles[frame.size]}`}>
        {shown.map(({ text: words, count }) => (
          <li key={words} className={styles.card}>
            <span dir="auto">{words}</span>
            {count > 1 && <span className={styles.count}>{text('poll-results.times', { times: told(count) })}</span>}
          </li>
        ))}
      </ul>
      {shown.length < texts.length && (
        <Button variant="default" onClick={() => setIsAll(true)}>
          {text('poll-results.more-answers', { count: texts.length - shown.length })}
        </Button>
      )}
    </>
  );
}
