import { memo } from 'react';
import { useView } from '../../dialogue/use-dialogue.ts';
import { useText } from './texts.ts';
import { useWriters } from './use-writing.ts';
import styles from './Writing.module.css';

/** Who in the room is writing now. It keeps its place, so that nothing moves when somebody begins; screen readers are not told. */
export const Writing = memo(function Writing({ room }: { room: string }) {
  const text = useText();
  const people = useView(view => view.people);
  const names = useWriters(room).map(person => people[person]?.name ?? text('common.nameless'));
  const [first = '', second = ''] = names;
  return (
    <p className={styles.writing} aria-live="off">
      {names.length > 0 && (
        <>
          <span className={styles.dots} aria-hidden="true" />
          <span className={styles.words}>
            {names.length === 1 && text('chat.writing.one', { name: first })}
            {names.length === 2 && text('chat.writing.two', { first, second })}
            {names.length > 2 && text('chat.writing.several')}
          </span>
        </>
      )}
    </p>
  );
});
