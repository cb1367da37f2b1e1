import { Menu, UnstyledButton } from '@mantine/core';
import IconCheck from '@tabler/icons-react/dist/esm/icons/IconCheck.mjs';
import IconDeviceDesktop from '@tabler/icons-react/dist/esm/icons/IconDeviceDesktop.mjs';
import IconDots from '@tabler/icons-react/dist/esm/icons/IconDots.mjs';
import IconKeyboard from '@tabler/icons-react/dist/esm/icons/IconKeyboard.mjs';
import IconLogout from '@tabler/icons-react/dist/esm/icons/IconLogout.mjs';
import IconMoon from '@tabler/icons-react/dist/esm/icons/IconMoon.mjs';
import IconSun from '@tabler/icons-react/dist/esm/icons/IconSun.mjs';
import IconUsersGroup from '@tabler/icons-react/dist/esm/icons/IconUsersGroup.mjs';
import { Link } from 'react-router';
import { Icon } from '../design/Icon.tsx';
import { listShortcuts } from '../design/shortcuts.ts';
import { tell } from '../design/toasts.tsx';
import { refusedBy } from '../platform/http.ts';
import { refusalText } from '../platform/texts.ts';
import { chooseTheme, themes, useTheme } from '../platform/theme.ts';
import styles from './menus.module.css';
import { useText } from './texts.ts';
import { signOut, useVisitor } from './visitor.ts';

/** Colours, keyboard, and for those who are signed in the way to the organisers and out. */
export function PreferencesMenu() {
  const text = useText();
  const visitor = useVisitor();
  const isKnown = visitor.status === 'known' && (visitor.account !== null || visitor.dialogues.length > 0);
  // Whoever believes to be signed out may leave the device to somebody else.
  const leave = () => void signOut().catch(error => tell(refusalText(text, refusedBy(error)), 'danger'));
  return (
    <Menu>
      <Menu.Target>
        <UnstyledButton className={styles.trigger} aria-label={text('app.preferences')}>
          <Icon of={IconDots} />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <ThemeItems />
        <Menu.Divider />
        <Menu.Item leftSection={<Icon of={IconKeyboard} size={20} />} onClick={() => listShortcuts(true)}>
          {text('design.shortcuts.title')}
        </Menu.Item>
        {visitor.status === 'known' && visitor.account && (
          <Menu.Item component={Link} to="/organisers" leftSection={<Icon of={IconUsersGroup} size={20} />}>
            {text('app.organisers')}
          </Menu.Item>
        )}
        {isKnown && (
          <Menu.Item leftSection={<Icon of={IconLogout} size={20} mirrored />} onClick={leave}>
            {text('app.sign-out')}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}

const themeIcons = { light: IconSun, dark: IconMoon, device: IconDeviceDesktop };

/** Light, dark, or as the device is set. */
export function ThemeItems() {
  const text = useText();
  const chosen = useTheme();
  const choose = (value: string) => {
    const theme = themes.find(one => one === value);
    if (theme) chooseTheme(theme);
  };
  return (
    <Menu.RadioGroup value={chosen} onChange={choose} aria-label={text('app.theme')}>
      {themes.map(theme => (
        <Menu.RadioItem
          key={theme}
          value={theme}
          closeMenuOnClick
          checkIcon={<Icon of={IconCheck} size={18} />}
          rightSection={<Icon of={themeIcons[theme]} size={20} />}
        >
          {text(`app.theme.${theme}`)}
        </Menu.RadioItem>
      ))}
    </Menu.RadioGroup>
  );
}
