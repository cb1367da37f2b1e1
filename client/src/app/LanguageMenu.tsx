import { Menu, UnstyledButton } from '@mantine/core';
import IconCheck from '@tabler/icons-react/dist/esm/icons/IconCheck.mjs';
import IconWorld from '@tabler/icons-react/dist/esm/icons/IconWorld.mjs';
import { Icon } from '../design/Icon.tsx';
import { chooseLanguage, languageNames, languages, useLanguage, useText } from '../platform/languages.ts';
import styles from './menus.module.css';

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
        {languages.map(one => (
          <Menu.Item
            key={one}
            lang={one}
            aria-current={one === language}
            rightSection={one === language ? <Icon of={IconCheck} size={18} /> : <span className={styles.gap} />}
            onClick={() => void chooseLanguage(one)}
          >
            {languageNames[one]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
