import { useRef } from 'react';
import styles from './Tabs.module.css';

type Props<Tab extends string> = {
  label: string;
  tabs: readonly { id: Tab; label: string }[];
  shown: Tab;
  onShow(tab: Tab): void;
};

/**
 * Views of one thing, one at a time (WAI-ARIA Authoring Practices: Tabs). What they show has the id `view`, the role
 * `tabpanel` and is labelled by `tab-` and the id of the tab.
 */
export function Tabs<Tab extends string>({ label, tabs, shown, onShow }: Props<Tab>) {
  const list = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: React.KeyboardEvent) => {
    const at = tabs.findIndex(({ id }) => id === shown);
    const forward = document.documentElement.dir === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
    const next =
      { Home: 0, End: tabs.length - 1, [forward]: (at + 1) % tabs.length }[event.key] ??
      (['ArrowLeft', 'ArrowRight'].includes(event.key) ? (at + tabs.length - 1) % tabs.length : null);
    const tab = next === null ? undefined : tabs[next];
    if (!tab) return;
    event.preventDefault();
    onShow(tab.id);
    list.current?.querySelector<HTMLElement>(`#tab-${tab.id}`)?.focus();
  };
  return (
    <div className={styles.tabs} role="tablist" aria-label={label} ref={list} onKeyDown={onKeyDown}>
      {tabs.map(({ id, label: word }) => (
        <button
          key={id}
          type="button"
          role="tab"
          id={`tab-${id}`}
          className={styles.tab}
          aria-selected={id === shown}
          aria-controls={id === shown ? 'view' : undefined}
          tabIndex={id === shown ? 0 : -1}
          onClick={() => onShow(id)}
        >
          {word}
        </button>
      ))}
    </div>
  );
}
