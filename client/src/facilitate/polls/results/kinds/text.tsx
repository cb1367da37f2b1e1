import styles from './text.module.css';
import type { KindView, ResultOf } from './view.ts';

/** Answers as cards, those of several people first. */
export const text: KindView<ResultOf<'text'>> = {
  draw: null,
  Read: ({ result: { texts }, telling: { frame, text, number } }) => (
    <ul className={`${styles.cards} ${styles[frame.size]}`}>
      {texts.map(({ text: words, count }) => (
        <li key={words} className={styles.card}>
          <span dir="auto">{words}</span>
          {count > 1 && <span className={styles.count}>{text('poll-results.times', { times: number(count) })}</span>}
        </li>
      ))}
    </ul>
  ),
  table: ({ texts }, { text, number }) => ({
    fields: [text('poll-results.answer'), text('poll-results.votes')],
    rows: texts.map(({ text: words, count }) => [words, number(count)]),
  }),
  said: (ballot, { text }) => ('write' in ballot ? ballot.write.join(text('common.comma')) : ''),
};
