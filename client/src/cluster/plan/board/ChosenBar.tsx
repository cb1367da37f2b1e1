import { Button, Menu } from '@mantine/core';
import { useText } from '../texts.ts';
import styles from './ChosenBar.module.css';
import { MoveEntries } from './MoveEntries.tsx';

/** How many people are chosen, and the one thing that can be done with them together. */
export function ChosenBar({ count, onMove }: { count: number; onMove(to: string): void }) {
  const text = useText();
  return (
    <section className={styles.bar} aria-label={text('cluster.chosen', { count })}>
      <strong>{text('cluster.chosen', { count })}</strong>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button disabled={count === 0}>{text('cluster.move-to')}</Button>
        </Menu.Target>
        <Menu.Dropdown>
          <MoveEntries from={null} onMove={onMove} />
        </Menu.Dropdown>
      </Menu>
    </section>
  );
}
