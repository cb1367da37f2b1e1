import { ActionIcon } from '@mantine/core';
import IconChevronDown from '@tabler/icons-react/dist/esm/icons/IconChevronDown.mjs';
import IconChevronUp from '@tabler/icons-react/dist/esm/icons/IconChevronUp.mjs';
import IconX from '@tabler/icons-react/dist/esm/icons/IconX.mjs';
import { type KeyboardEvent, useRef } from 'react';
import { Badge } from '../../design/BarButton.tsx';
import { Icon } from '../../design/Icon.tsx';
import { useEscape } from '../../design/shortcuts.ts';
import { type PanelName, type PanelSpec, panels } from './panels.ts';
import styles from './SidePanel.module.css';
import { useText } from './texts.ts';

type Props = {
  current: PanelName;
  onShow(panel: PanelName): void;
  onClose(): void;
  isTall: boolean;
  onTall(isTall: boolean): void;
};

/** One panel at a time, the others as tabs. */
export function SidePanel({ current, onShow, onClose, isTall, onTall }: Props) {
  const text = useText();
  const tabs = useRef<HTMLDivElement>(null);
  useEscape(onClose);
  const shown = panels.find(({ name }) => name === current);
  const onKey = (event: KeyboardEvent) => {
    const isRightToLeft = document.documentElement.dir === 'rtl';
    const step = { ArrowRight: isRightToLeft ? -1 : 1, ArrowLeft: isRightToLeft ? 1 : -1 }[event.key];
    if (!step) return;
    const at = panels.findIndex(({ name }) => name === current);
    const next = panels[(at + step + panels.length) % panels.length];
    if (!next) return;
    onShow(next.name);
    tabs.current?.querySelector<HTMLElement>(`#tab-${next.name}`)?.focus();
  };
  return (
    <div className={styles.panel}>
      <div className={styles.head}>
        <div className={styles.tabs} role="tablist" aria-label={text('room.panels')} ref={tabs} onKeyDown={onKey}>
          {panels.map(panel => (
            <Tab key={panel.name} panel={panel} isCurrent={panel.name === current} onShow={onShow} />
          ))}
        </div>
        <span className={styles.sheetTools}>
          <ActionIcon aria-label={text(isTall ? 'room.sheet.half' : 'room.sheet.tall')} onClick={() => onTall(!isTall)}>
            <Icon of={isTall ? IconChevronDown : IconChevronUp} />
          </ActionIcon>
        </span>
        <ActionIcon aria-label={text('room.panel.close')} onClick={onClose}>
          <Icon of={IconX} size={20} />
        </ActionIcon>
      </div>
      {shown && (
        <div id="panel" role="tabpanel" aria-labelledby={`tab-${shown.name}`} className={styles.content}>
          <shown.Content />
        </div>
      )}
    </div>
  );
}

function Tab({ panel, isCurrent, onShow }: { panel: PanelSpec; isCurrent: boolean; onShow(panel: PanelName): void }) {
  const text = useText();
  const count = panel.useBadge();
  return (
    <button
      type="button"
      role="tab"
      id={`tab-${panel.name}`}
      className={styles.tab}
      aria-selected={isCurrent}
      aria-controls="panel"
      tabIndex={isCurrent ? 0 : -1}
      onClick={() => onShow(panel.name)}
    >
      {text(panel.label)}
      {count > 0 && <Badge count={text('common.number', { number: count })} label={text(panel.badge, { count })} />}
    </button>
  );
}
