import { ActionIcon } from '@mantine/core';
import IconChevronDown from '@tabler/icons-react/dist/esm/icons/IconChevronDown.mjs';
import IconChevronUp from '@tabler/icons-react/dist/esm/icons/IconChevronUp.mjs';
import IconX from '@tabler/icons-react/dist/esm/icons/IconX.mjs';
import { Suspense, useCallback, useEffect } from 'react';
import { Icon } from '../../design/Icon.tsx';
import { Skeleton } from '../../design/Skeleton.tsx';
import { useEscape } from '../../design/shortcuts.ts';
import { panels } from './features.ts';
import styles from './RoomPanel.module.css';
import { RoomTabs } from './RoomTabs.tsx';
import { useText } from './texts.ts';
import type { PanelState } from './use-panel.ts';
import { useSheetDrag } from './use-sheet-drag.ts';

/** The tabs of the features that are in use, and the panel of one of them. The tabs stay when the panel closes. */
export function RoomPanel({ panel }: { panel: PanelState }) {
  const shown = panels.find(({ name }) => name === panel.open);
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
        <RoomTabs panel={panel} />
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
