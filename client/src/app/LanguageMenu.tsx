import { Menu, UnstyledButton } from '@mantine/core';
import IconCheck from '@tabler/icons-react/dist/esm/icons/IconCheck.mjs';
import IconWorld from '@tabler/icons-react/dist/esm/icons/IconWorld.mjs';
import { Icon } from '../design/Icon.tsx';
import { tell } from '../design/toasts.tsx';
import { chooseLanguage, languageNames, languages, useLanguage } from '../platform/languages.ts';
import { refusalText } from '../platform/texts.ts';
import styles from './menus.module.css';
import { useText } from './texts.ts';

/** The language of the interface, each named in itself. */
export function LanguageMenu() {
  const text = useText();
  const { language } = useLanguage();
  return (
    <Menu>
      <Menu.Target>
        <UnstyledButton
          className={styles.trigger}
          aria-label={text('app.language', { language: languageNames[language] })}
        >
          <Icon of={IconWorld} />
          <span className={styles.word}>{languageNames[language]}</span>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <LanguageItems />
      </Menu.Dropdown>
    </Menu>
  );
}

/** The languages as entries of a menu. */
export function LanguageItems() {
  const text = useText();
  const { language } = useLanguage();
  const choose = (value: string) => {
    const chosen = languages.find(one => one === value);
    if (chosen) chooseLanguage(chosen).catch(() => tell(refusalText(text, 'offline'), 'danger'));
  };
  return (
    <Menu.RadioGroup value={language} onChange={choose} aria-label={text('app.languages')}>
      {languages.map(one => (
        <Menu.RadioItem key={one} value={one} lang={one} closeMenuOnClick checkIcon={<Icon of={IconCheck} size={18} />}>
          {languageNames[one]}
        </Menu.RadioItem>
      ))}
    </Menu.RadioGroup>
  );
}
