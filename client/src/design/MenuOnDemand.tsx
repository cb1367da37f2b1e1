import { ActionIcon, Menu } from '@mantine/core';
import IconDots from '@tabler/icons-react/dist/esm/icons/IconDots.mjs';
import { type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import { Icon } from './Icon.tsx';

type Props = { label: string; className?: string | undefined; children: ReactNode };

/**
 * The menu of a row, of which there are many: until somebody opens it there is only its button, since a menu costs more
 * to draw than the row. `children` are its entries.
 */
export function MenuOnDemand({ label, className = '', children }: Props) {
  const [state, setState] = useState<'undrawn' | 'closed' | 'open'>('undrawn');
  const button = useRef<HTMLButtonElement>(null);
  const isDrawn = state !== 'undrawn';
  useLayoutEffect(() => {
    if (!isDrawn) return;
    // The button that was pressed has gone; the menu gives the focus back to the one that took its place.
    button.current?.focus({ preventScroll: true });
    setState('open');
  }, [isDrawn]);
  const face = <Icon of={IconDots} size={20} />;
  if (!isDrawn)
    return (
      <ActionIcon
        className={className}
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={false}
        onClick={() => setState('closed')}
      >
        {face}
      </ActionIcon>
    );
  return (
    <Menu position="bottom-end" opened={state === 'open'} onChange={isOpen => setState(isOpen ? 'open' : 'closed')}>
      <Menu.Target>
        <ActionIcon ref={button} className={className} aria-label={label}>
          {face}
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>{children}</Menu.Dropdown>
    </Menu>
  );
}
