import { Menu } from '@mantine/core';
import IconCheck from '@tabler/icons-react/dist/esm/icons/IconCheck.mjs';
import { Icon } from '../../../design/Icon.tsx';
import { useText } from '../texts.ts';
import styles from './LayoutItems.module.css';
import { chooseLayout, useLayout } from './layout-choice.ts';
import { layoutNames } from './layout-names.ts';
import { layouts } from './layouts.ts';

/** The layouts as entries of a menu. */
export function LayoutItems() {
  const text = useText();
  const layout = useLayout();
  const choose = (value: string) => {
    const chosen = layoutNames.find(one => one === value);
    if (chosen) chooseLayout(chosen);
  };
  return (
    <Menu.RadioGroup value={layout} onChange={choose} aria-label={text('room.view')}>
      {layoutNames.map(one => (
        <Menu.RadioItem
          key={one}
          value={one}
          closeMenuOnClick
          checkIcon={<Icon of={IconCheck} size={18} />}
          rightSection={<Icon of={layouts[one].icon} size={20} />}
        >
          <span className={styles.name}>{text(`room.view.${one}`)}</span>
          <span className={styles.words}>{text(`room.view.${one}.text`)}</span>
        </Menu.RadioItem>
      ))}
    </Menu.RadioGroup>
  );
}
