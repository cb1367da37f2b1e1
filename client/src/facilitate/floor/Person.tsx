import type { ReactNode } from 'react';
import { Avatar } from '../../design/Avatar.tsx';
import { PersonClusterMark } from '../../dialogue/PersonCluster.tsx';
import { useMe, useView } from '../../dialogue/use-dialogue.ts';
import styles from './Person.module.css';
import { useText } from './texts.ts';
import { useNameOf } from './words.ts';

type Props = {
  person: string;
  size: 'large' | 'row';
  /** What is to be known of them beside their town. */
  words: string | null;
  /** What stands at the end of the row. */
  children?: ReactNode;
};

/** Somebody with their face, name, town and cluster. */
export function Person({ person, size, words, children }: Props) {
  const text = useText();
  const isMe = useMe().person === person;
  const name = useNameOf()(person);
  const town = useView(view => view.people[person]?.municipality ?? '');
  return (
    <div className={styles.person} data-size={size} data-own={isMe}>
      <Avatar id={person} name={name} size={size === 'large' ? 52 : 36} />
      <div className={styles.who}>
        <bdi className={styles.name}>{isMe ? text('common.you') : name}</bdi>
        <span className={styles.quiet}>
          <PersonClusterMark person={person} /> {town && <bdi>{town}</bdi>}
          {town && words && ' · '}
          {words}
        </span>
      </div>
      {children}
    </div>
  );
}
