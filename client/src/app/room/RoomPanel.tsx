import { ActionIcon } from '@mantine/core';
import IconChevronDown from '@tabler/icons-react/dist/esm/icons/IconChevronDown.mjs';
import IconChevronUp from '@tabler/icons-react/dist/esm/icons/IconChevronUp.mjs';
import IconX from '@tabler/icons-react/dist/esm/icons/IconX.mjs';
import { type KeyboardEvent, Suspense, useCallback, useEffect, useRef } from 'react';
import { Badge } from '../../design/BarButton.tsx';
import { Icon } from '../../design/Icon.tsx';
import { Skeleton } from '../../design/Skeleton.tsx';
import { useEscape, useShortcut } from '../../design/shortcuts.ts';
import { type NamedPanel, panels } from './features.ts';
import styles from './RoomPanel.module.css';
import { useText } from './texts.ts';
import type { PanelState } from './use-panel.ts';
import { useSheetDrag } from './use-sheet-drag.ts';

/** The tabs of the features that are in use, and the panel of one of them. The tabs stay when the panel closes. */
export function RoomPanel({ panel }: { panel: PanelState }) {
  const text = useText();
  const tabs = useRef<HTMLDivElement>(null);
  const shown = panels.find(({ name }) => name === panel.open);
  const onKey = (event: KeyboardEvent) => {
    const isRightToLeft = document.documentElement.dir === 'rtl';
    const along = { ArrowRight: isRightToLeft ? -1 : 1, ArrowLeft: isRightToLeft ? 1 : -1, ArrowDown: 1, ArrowUp: -1 };
    const step = along[event.key as keyof typeof along];
    if (!step) return;
    event.preventDefault();
    const all = [...(tabs.current?.querySelectorAll<HTMLElement>('[role="tab"]') ?? [])];
    const next = all[(all.indexOf(document.activeElement as HTMLElement) + step + all.length) % all.length];
    next?.focus();
    // Between the tabs of an open panel the panel goes along; a closed one waits to be opened.
    if (panel.open !== null) next?.click();
  };
  const drag = useSheetDrag(panel, panels[0]?.name ?? '');
  const { open, close } = panel;
  const closeToTab = useCallback(() => {
    close();
    // The button that had the focus goes with the panel.
    document.getElementById(`tab-${open}`)?.focus();
  }, [close, open]);
  return (
    <div className={styles.panel} data-open={shown !== undefined}>
      <div className={styles.head} {...drag}>
        <span className={styles.grip} aria-hidden="true" />
        <div className={styles.tabs} role="tablist" aria-label={text('room.panels')} ref={tabs} onKeyDown={onKey}>
          {panels.map((one, at) => (
            <Tab key={one.name} of={one} panel={panel} isFirst={at === 0} />
          ))}
        </div>
        {shown && <PanelTools panel={panel} onClose={closeToTab} />}
      </div>
      {shown && (
        <div id="panel" role="tabpanel" aria-labelledby={`tab-${shown.name}`} className={styles.content}>
          <Suspense key={shown.name} fallback={<Loading />}>
            <shown.Content />
            {panel.wantsFocus && <FocusWithin onDone={panel.focused} />}
          </Suspense>
        </div>
      )}
    </div>
  );
}

function PanelTools({ panel: { isTall, setTall }, onClose }: { panel: PanelState; onClose(): void }) {
  const text = useText();
  useEscape(onClose);
  return (
    <>
      <span className={styles.sheetTools}>
        <ActionIcon aria-label={text(isTall ? 'room.sheet.half' : 'room.sheet.tall')} onClick={() => setTall(!isTall)}>
          <Icon of={isTall ? IconChevronDown : IconChevronUp} />
        </ActionIcon>
      </span>
      <ActionIcon aria-label={text('room.panel.close')} onClick={onClose}>
        <Icon of={IconX} size={20} />
      </ActionIcon>
    </>
  );
}

function Tab({ of, panel, isFirst }: { of: NamedPanel; panel: PanelState; isFirst: boolean }) {
  const tab = of.useTab();
  const { open, close } = panel;
  const isGone = tab === null && open === of.name;
  useEffect(() => {
    if (isGone) close();
  }, [isGone, close]);
  return tab && <UsedTab of={of} panel={panel} isFirst={isFirst} {...tab} />;
}

type UsedTabProps = Parameters<typeof Tab>[0] & NonNullable<ReturnType<NamedPanel['useTab']>>;

function UsedTab({ of: { name, icon, shortcut }, panel, isFirst, label, unseen }: UsedTabProps) {
  const text = useText();
  const { open, show, enter } = panel;
  const isOpen = open === name;
  useShortcut(
    shortcut,
    label,
    useCallback(() => enter(name), [enter, name]),
  );
  const tab = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isOpen) tab.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [isOpen]);
  return (
    <button
      ref={tab}
      type="button"
      role="tab"
      id={`tab-${name}`}
      className={styles.tab}
      title={label}
      aria-selected={isOpen}
      aria-controls={isOpen ? 'panel' : undefined}
      tabIndex={isOpen || (open === null && isFirst) ? 0 : -1}
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

function Loading() {
  const text = useText();
  return (
    <div className={styles.loading}>
      <Skeleton label={text('common.loading')} rows={3} />
    </div>
  );
}

/** Puts the focus into the panel; drawn beside what the panel shows, so that there is something to put it on. */
function FocusWithin({ onDone }: { onDone(): void }) {
  useEffect(() => {
    const inPanel = (selector: string) => document.querySelector<HTMLElement>(`#panel ${selector}`);
    (inPanel('textarea') ?? inPanel('button, [tabindex]'))?.focus();
    onDone();
  }, [onDone]);
  return null;
}
