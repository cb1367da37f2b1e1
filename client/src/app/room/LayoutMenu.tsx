import { Menu } from '@mantine/core';
import IconCheck from '@tabler/icons-react/dist/esm/icons/IconCheck.mjs';
import IconLayoutBottombar from '@tabler/icons-react/dist/esm/icons/IconLayoutBottombar.mjs';
import IconLayoutGrid from '@tabler/icons-react/dist/esm/icons/IconLayoutGrid.mjs';
import IconListDetails from '@tabler/icons-react/dist/esm/icons/IconListDetails.mjs';
import { useCallback } from 'react';
import { announce } from '../../design/announce.ts';
import { BarButton } from '../../design/BarButton.tsx';
import { Icon } from '../../design/Icon.tsx';
import { useShortcut } from '../../design/shortcuts.ts';
import styles from './LayoutMenu.module.css';
import { chooseLayout, layouts, useLayout } from './layouts/layout-choice.ts';
import { useText } from './texts.ts';

const signs = { stage: IconLayoutBottombar, grid: IconLayoutGrid, list: IconListDetails };

/** The button for the ways to see a room. */
export function LayoutMenu() {
  const text = useText();
  const layout = useLayout();
  return (
    <Menu position="top-end">
      <Menu.Target>
        <BarButton icon={signs[layout]} label={text('room.view')} />
      </Menu.Target>
      <Menu.Dropdown>
        <LayoutItems />
      </Menu.Dropdown>
    </Menu>
  );
}

/** Entries of a menu: one large, all equal, names alone. */
export function LayoutItems() {
  const text = useText();
  const layout = useLayout();
  const choose = (value: string) => {
    const chosen = layouts.find(one => one === value);
    if (chosen) chooseLayout(chosen);
  };
  return (
    <Menu.RadioGroup value={layout} onChange={choose} aria-label={text('room.view')}>
      {layouts.map(one => (
        <Menu.RadioItem
          key={one}
          value={one}
          closeMenuOnClick
          checkIcon={<Icon of={IconCheck} size={18} />}
          rightSection={<Icon of={signs[one]} size={20} />}
        >
          <span className={styles.name}>{text(`room.view.${one}`)}</span>
          <span className={styles.words}>{text(`room.view.${one}.text`)}</span>
        </Menu.RadioItem>
      ))}
    </Menu.RadioGroup>
  );
}

/** One key goes round the ways to see the room, whether their menu is on the screen or not. */
export function useLayoutKey(): void {
  const text = useText();
  const layout = useLayout();
  const turn = useCallback(() => {
    const next = layouts[(layouts.indexOf(layout) + 1) % layouts.length] ?? 'stage';
    chooseLayout(next);
    announce(text(`room.view.${next}`));
  }, [layout, text]);
  useShortcut('l', text('room.view.shortcut'), turn);
}
