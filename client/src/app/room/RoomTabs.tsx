import { type KeyboardEvent, useCallback, useEffect, useRef } from 'react';
import { Badge } from '../../design/BarButton.tsx';
import { Icon } from '../../design/Icon.tsx';
import { useShortcut } from '../../design/shortcuts.ts';
import { panels, type UsedTab } from './features.ts';
import { MoreTabs } from './MoreTabs.tsx';
import styles from './RoomPanel.module.css';
import { useText } from './texts.ts';
import { useFitting } from './use-fitting.ts';
import type { PanelState } from './use-panel.ts';

/** The tabs of the features that are in use: as many as fit, the open one always among them, the others in a menu. */
export function RoomTabs({ panel }: { panel: PanelState }) {
  const text = useText();
  const row = useRef<HTMLDivElement>(null);
  const { open, close } = panel;
  const tabs = useTabs();
  const openAt = tabs.findIndex(({ name }) => name === open);
  const isGone = open !== null && openAt < 0;
  useEffect(() => {
    if (isGone) close();
  }, [isGone, close]);
  const said = tabs.map(({ label, unseen }) => `${label} ${unseen?.count ?? 0}`).join(' ');
  const fitting = useFitting(row, said, openAt);
  const isOut = (at: number) => fitting !== null && !fitting.has(at);
  const others = tabs.filter((_, at) => isOut(at));
  return (
    <>
      <div
        className={styles.tabs}
        role="tablist"
        aria-label={text('room.panels')}
        ref={row}
        onKeyDown={event => moveAlong(event, open)}
      >
        {tabs.map((tab, at) => (
          <Tab key={tab.name} of={tab} panel={panel} isFirst={at === 0} isOut={isOut(at)} />
        ))}
      </div>
      {others.length > 0 && <MoreTabs tabs={others} onShow={panel.show} />}
    </>
  );
}

/** The tabs of all panels that are in use now. */
function useTabs(): UsedTab[] {
  return panels.flatMap(panel => {
    // biome-ignore lint/correctness/useHookAtTopLevel: the list of panels never changes, so that they are asked in one order.
    const tab = panel.useTab();
    return tab ? [{ ...panel, ...tab }] : [];
  });
}

/** Arrows go from tab to tab; between the tabs of an open panel the panel goes along, a closed one waits to be opened. */
function moveAlong(event: KeyboardEvent<HTMLElement>, open: string | null): void {
  const isRightToLeft = document.documentElement.dir === 'rtl';
  const along = { ArrowRight: isRightToLeft ? -1 : 1, ArrowLeft: isRightToLeft ? 1 : -1, ArrowDown: 1, ArrowUp: -1 };
  const step = along[event.key as keyof typeof along];
  if (!step) return;
  event.preventDefault();
  const all = [...event.currentTarget.querySelectorAll<HTMLElement>('[role="tab"][data-out="false"]')];
  const next = all[(all.indexOf(document.activeElement as HTMLElement) + step + all.length) % all.length];
  next?.focus();
  if (open !== null) next?.click();
}

type TabProps = { of: UsedTab; panel: PanelState; isFirst: boolean; isOut: boolean };

function Tab({ of: { name, icon, shortcut, label, unseen }, panel, isFirst, isOut }: TabProps) {
  const text = useText();
  const { open, show, enter } = panel;
  const isOpen = open === name;
  useShortcut(
    shortcut,
    label,
    useCallback(() => enter(name), [enter, name]),
  );
  return (
    <button
      type="button"
      role="tab"
      id={`tab-${name}`}
      className={styles.tab}
      title={label}
      aria-selected={isOpen}
      aria-controls={isOpen ? 'panel' : undefined}
      tabIndex={isOpen || (open === null && isFirst) ? 0 : -1}
      data-out={isOut}
      onClick={() => show(name)}
    >
      <span className={styles.icon}>
        <Icon of={icon} size={22} />
      </span>
      <span className={styles.word}>{label}</span>
      {unseen !== undefined && unseen.count > 0 && !isOpen && (
        <Badge count={text('common.number', { number: unseen.count })} label={unseen.label} />
      )}
    </button>
  );
}
