import { Menu } from '@mantine/core';
import IconDots from '@tabler/icons-react/dist/esm/icons/IconDots.mjs';
import { Badge } from '../../design/BarButton.tsx';
import { Icon } from '../../design/Icon.tsx';
import type { UsedTab } from './features.ts';
import styles from './RoomPanel.module.css';
import { useText } from './texts.ts';

type Props = { tabs: readonly UsedTab[]; onShow(name: string): void };

/** The tabs for which there is no room, in a menu; a dot tells that something behind one of them waits to be seen. */
export function MoreTabs({ tabs, onShow }: Props) {
  const text = useText();
  const isFresh = tabs.some(({ unseen }) => (unseen?.count ?? 0) > 0);
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <button
          type="button"
          className={styles.more}
          data-more
          data-fresh={isFresh}
          aria-label={text(isFresh ? 'room.panels.more-fresh' : 'room.panels.more')}
        >
          <Icon of={IconDots} size={22} />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {tabs.map(({ name, icon, label, unseen }) => (
          <Menu.Item
            key={name}
            leftSection={<Icon of={icon} size={20} />}
            rightSection={
              unseen !== undefined &&
              unseen.count > 0 && <Badge count={text('common.number', { number: unseen.count })} label={unseen.label} />
            }
            onClick={() => onShow(name)}
          >
            {label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
