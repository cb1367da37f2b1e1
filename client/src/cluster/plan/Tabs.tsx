import { useRef } from 'react';
import styles from './Tabs.module.css';
import { useText } from './texts.ts';

export const tabs = ['cards', 'map', 'plot'] as const;
export type Tab = (typeof tabs)[number];

/** The views of an arrangement, one at a time (WAI-ARIA Authoring Practices: Tabs). */
export function Tabs({ shown, onShow }: { shown: Tab; onShow(tab: Tab): void }) {
  const text = useText();
  const list = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: React.KeyboardEvent) => {
    const at = tabs.indexOf(shown);
    const forward = document.documentElement.dir === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
    const next =
      { Home: 0, End: tabs.length - 1, [forward]: (at + 1) % tabs.length }[event.key] ??
      (['ArrowLeft', 'ArrowRight'].includes(event.key) ? (at + tabs.length - 1) % tabs.length : null);
    const tab = next === null ? undefined : tabs[next];
    if (!tab) return;
    event.preventDefault();
    onShow(tab);
    list.current?.querySelector<HTMLElement>(`#tab-${tab}`)?.focus();
  };
  return (
    <div className={styles.tabs} role="tablist" aria-label={text('cluster.views')} ref={list} onKeyDown={onKeyDown}>
      {tabs.map(tab => (
        <button
          key={tab}
          type="button"
          role="tab"
          id={`tab-${tab}`}
          className={styles.tab}
          aria-selected={tab === shown}
          aria-controls={tab === shown ? 'view' : undefined}
          tabIndex={tab === shown ? 0 : -1}
          onClick={() => onShow(tab)}
        >
          {text(`cluster.view.${tab}`)}
        </button>
      ))}
    </div>
  );
}
