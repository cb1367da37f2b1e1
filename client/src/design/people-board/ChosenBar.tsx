import { Button, Menu } from '@mantine/core';
import styles from './ChosenBar.module.css';
import { MoveEntries } from './MoveEntries.tsx';
import { useText } from './texts.ts';

/** How many people are chosen, and the one thing that can be done with them together. */
export function ChosenBar({ count, onMove }: { count: number; onMove(to: string): void }) {
  const text = useText();
  return (
    <section className={styles.bar} aria-label={text('board.chosen', { count })}>
      <strong>{text('board.chosen', { count })}</strong>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button disabled={count === 0}>{text('board.move-to')}</Button>
        </Menu.Target>
        <Menu.Dropdown>
          <MoveEntries from={null} onMove={onMove} />
        </Menu.Dropdown>
      </Menu>
    </section>
  );
}
