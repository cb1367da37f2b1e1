import { Menu } from '@mantine/core';
import IconDots from '@tabler/icons-react/dist/esm/icons/IconDots.mjs';
import { type ReactNode, useCallback, useLayoutEffect, useRef, useState } from 'react';
import { Icon } from './Icon.tsx';
import styles from './MenuOnDemand.module.css';

type Props = {
  label: string;
  className?: string | undefined;
  /** Told when it opens, and when it closes. */
  onToggle?(isOpen: boolean): void;
  children: ReactNode;
};

/**
 * The menu of a row, of which there are many: until somebody opens it there is only its button, since a menu costs more
 * to draw than the row. `children` are its entries.
 */
export function MenuOnDemand({ label, className = '', onToggle, children }: Props) {
  const [state, setState] = useState<'undrawn' | 'closed' | 'open'>('undrawn');
  const button = useRef<HTMLButtonElement>(null);
  const isDrawn = state !== 'undrawn';
  const toggle = useCallback(
    (isOpen: boolean) => {
      setState(isOpen ? 'open' : 'closed');
      onToggle?.(isOpen);
    },
    [onToggle],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: it opens once by itself, when it has been drawn.
  useLayoutEffect(() => {
    if (!isDrawn) return;
    // The button that was pressed has gone; the menu gives the focus back to the one that took its place.
    button.current?.focus({ preventScroll: true });
    toggle(true);
  }, [isDrawn]);
  const look = {
    type: 'button',
    className: `${styles.button} ${className}`,
    'aria-label': label,
    children: <Icon of={IconDots} size={20} />,
  } as const;
  if (!isDrawn)
    return <button {...look} aria-haspopup="menu" aria-expanded={false} onClick={() => setState('closed')} />;
  return (
    <Menu position="bottom-end" opened={state === 'open'} onChange={toggle}>
      <Menu.Target>
        <button ref={button} {...look} />
      </Menu.Target>
      <Menu.Dropdown>{children}</Menu.Dropdown>
    </Menu>
  );
}
