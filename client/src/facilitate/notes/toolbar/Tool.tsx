import { ActionIcon, Menu } from '@mantine/core';
import type { Icon as Shape } from '@tabler/icons-react';
import IconCheck from '@tabler/icons-react/dist/esm/icons/IconCheck.mjs';
import IconChevronDown from '@tabler/icons-react/dist/esm/icons/IconChevronDown.mjs';
import type { ReactNode } from 'react';
import { Icon } from '../../../design/Icon.tsx';
import styles from './Toolbar.module.css';

type ToolProps = {
  icon: Shape;
  label: string;
  /** The keys that do the same, as screen readers name them. */
  keys?: string;
  /** Whether it is on where the caret is; undefined for what is only done. */
  isOn?: boolean | undefined;
  isDisabled?: boolean;
  mirrored?: boolean;
  run(): void;
};

/** One button of the toolbar. */
export function Tool({ icon, label, keys, isOn, isDisabled = false, mirrored = false, run }: ToolProps) {
  return (
    <ActionIcon
      className={styles.tool ?? ''}
      data-tool=""
      data-on={isOn || undefined}
      tabIndex={-1}
      aria-label={label}
      aria-keyshortcuts={keys}
      {...(isOn !== undefined && { 'aria-pressed': isOn })}
      title={label}
      disabled={isDisabled}
      onClick={run}
    >
      <Icon of={icon} size={20} mirrored={mirrored} />
    </ActionIcon>
  );
}

type MenuToolProps = { icon: Shape; label: string; words?: string; children: ReactNode };

/** A button of the toolbar that opens a menu; `words` stand beside its icon. */
export function MenuTool({ icon, label, words, children }: MenuToolProps) {
  return (
    <Menu position="bottom-start" returnFocus={false}>
      <Menu.Target>
        <button
          type="button"
          className={styles.menu}
          data-worded={words && ''}
          data-tool=""
          tabIndex={-1}
          aria-label={label}
          title={label}
        >
          <Icon of={icon} size={20} />
          {words && <span className={styles.words}>{words}</span>}
          <Icon of={IconChevronDown} size={12} />
        </button>
      </Menu.Target>
      <Menu.Dropdown className={styles.dropdown ?? ''}>{children}</Menu.Dropdown>
    </Menu>
  );
}

type EntryProps = Pick<ToolProps, 'label' | 'isOn' | 'isDisabled' | 'run'> & { icon?: Shape };

/** An entry of such a menu, with a tick where it is on. */
export function Entry({ icon, label, isOn, isDisabled = false, run }: EntryProps) {
  return (
    <Menu.Item
      leftSection={icon ? <Icon of={icon} size={20} /> : <span className={styles.noIcon} />}
      rightSection={isOn ? <Icon of={IconCheck} size={18} /> : null}
      {...(isOn !== undefined && { role: 'menuitemcheckbox', 'aria-checked': isOn })}
      disabled={isDisabled}
      onClick={run}
    >
      {label}
    </Menu.Item>
  );
}
