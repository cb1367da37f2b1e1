import IconChevronLeft from '@tabler/icons-react/dist/esm/icons/IconChevronLeft.mjs';
import IconChevronRight from '@tabler/icons-react/dist/esm/icons/IconChevronRight.mjs';
import { announce } from '../../../design/announce.ts';
import { Icon } from '../../../design/Icon.tsx';
import { useText } from '../texts.ts';
import styles from './PageArrow.module.css';
import type { Page } from './pages.ts';

type Props = { to: 'next' | 'before'; page: Page<unknown>; onTurn(page: number): void };

/** Turns a page of people; at the end of the way it stays where it is, so that it can be pressed without looking. */
export function PageArrow({ to, page: { page, pages }, onTurn }: Props) {
  const text = useText();
  const target = to === 'next' ? page + 1 : page - 1;
  const isOver = target < 0 || target >= pages;
  const turn = () => {
    if (isOver) return;
    onTurn(target);
    announce(text('room.page', { page: target + 1, pages }));
  };
  return (
    <button
      type="button"
      className={styles.arrow}
      aria-disabled={isOver}
      aria-label={text(`room.page.${to}`)}
      onClick={turn}
    >
      <Icon of={to === 'next' ? IconChevronRight : IconChevronLeft} mirrored size={24} />
    </button>
  );
}
