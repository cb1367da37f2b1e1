import { Menu } from '@mantine/core';
import { createContext, use } from 'react';
import { ClusterMark } from '../ClusterMark.tsx';
import styles from './MoveEntries.module.css';
import { useText } from './texts.ts';

/** Where somebody can go: a group, or out of all of them (`loose`, without a mark). */
export type Target = { id: string; name: string; mark: number | null; size: number };

/** Every place where people can go. It changes with each move, and only an open menu needs it. */
export const Targets = createContext<readonly Target[]>([]);

/** The entries of a menu that moves people. */
export function MoveEntries({
  from,
  onMove,
}: {
  /** Where these people all are now; it is no entry. */
  from: string | null;
  onMove(to: string): void;
}) {
  const text = useText();
  const targets = use(Targets);
  return (
    <div className={styles.entries}>
      <Menu.Label>{text('board.move-to')}</Menu.Label>
      {targets
        .filter(({ id }) => id !== from)
        .map(({ id, name, mark, size }) => (
          <Menu.Item
            key={id}
            leftSection={mark === null ? <span className={styles.none} /> : <ClusterMark mark={mark} />}
            rightSection={<span className={styles.size}>{text('common.number', { number: size })}</span>}
            onClick={() => onMove(id)}
          >
            <bdi>{name}</bdi>
          </Menu.Item>
        ))}
    </div>
  );
}
