import { type ReactNode, useEffect } from 'react';
import { Link } from 'react-router';
import { Brand } from '../design/Brand.tsx';
import { SkipLink } from '../design/SkipLink.tsx';
import { LanguageMenu } from './LanguageMenu.tsx';
import styles from './PageShell.module.css';
import { PreferencesMenu } from './PreferencesMenu.tsx';
import { useText } from './texts.ts';

type Props = {
  /** The page's name in the browser's tab. */
  title: string;
  children: ReactNode;
  /** Narrow pages hold one thing to read or to do, wide ones several columns to work in. */
  width?: 'page' | 'narrow' | 'wide';
};

/** The frame of every page outside the rooms: brand, language, preferences, content. */
export function PageShell({ title, children, width = 'page' }: Props) {
  const text = useText();
  useEffect(() => {
    document.title = title ? `${title} · ${text('app.name')}` : text('app.name');
  }, [title, text]);
  return (
    <div className={styles.shell} data-width={width}>
      <SkipLink />
      <header className={styles.header}>
        <Link to="/" className={styles.brand}>
          <Brand />
          <span>{text('app.name')}</span>
        </Link>
        <div className={styles.tools}>
          <LanguageMenu />
          <PreferencesMenu />
        </div>
      </header>
      <main id="content" tabIndex={-1} className={styles[width]}>
        {children}
      </main>
    </div>
  );
}
