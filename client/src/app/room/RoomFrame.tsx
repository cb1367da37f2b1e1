import { VisuallyHidden } from '@mantine/core';
import type { OpenSessionView } from '@multaqa/shared/facilitate/sessions/sessions.view';
import { isLobby, type RoomId } from '@multaqa/shared/kernel/ids';
import { type FocusEvent, type ReactNode, useEffect, useState } from 'react';
import { SkipLink } from '../../design/SkipLink.tsx';
import { RoomContext } from '../../dialogue/room.ts';
import { ControlBar } from './ControlBar.tsx';
import { featuresIn, Keeper, lines, panels } from './features.ts';
import { HostStrip } from './HostStrip.tsx';
import styles from './RoomFrame.module.css';
import { RoomHeader } from './RoomHeader.tsx';
import { RoomPanel } from './RoomPanel.tsx';
import { RoomShortcuts } from './RoomShortcuts.tsx';
import { useText } from './texts.ts';
import { usePanel } from './use-panel.ts';
import { useRoomState } from './use-room-state.ts';

type Props = { session: OpenSessionView; room: RoomId; onLeave(): void; children: ReactNode };

/**
 * The frame of every room and of its lobby: header, the next step of hosts, stage, panel, bar. Side by side on desks, one
 * above the other on phones. It stays when somebody goes from one room to another.
 */
export function RoomFrame({ session, room, onLeave, children }: Props) {
  const text = useText();
  const panel = usePanel('chat');
  const [isTyping, setTyping] = useState(false);
  const { title } = session.plan;
  const widens = panels.some(one => one.widens && one.name === panel.open);
  const isPanelWide = panel.isWide && widens;
  const { show: showPanel, close: hidePanel, setWide: setPanelWide } = panel;
  const state = useRoomState({ session, room, showPanel, hidePanel, isPanelWide, setPanelWide, lines, Keeper });
  useEffect(() => {
    document.title = `${title} · ${text('app.name')}`;
  }, [title, text]);
  useNoticesAboveBar();
  // The keyboard of a phone leaves little room: while somebody types, the panel has all of it.
  const followFocus = (event: FocusEvent) =>
    setTyping(event.target.closest('textarea, form button, [contenteditable="true"]') !== null);

  return (
    <RoomContext value={state}>
      <div
        className={styles.room}
        data-panel={panel.open ?? 'none'}
        data-tall={panel.isTall ? (widens ? 'all' : 'true') : 'false'}
        data-wide={isPanelWide}
        data-typing={isTyping}
      >
        <SkipLink />
        <RoomHeader />
        <HostStrip />
        <main id="content" tabIndex={-1} className={styles.stage}>
          <VisuallyHidden>
            <h1>{title}</h1>
          </VisuallyHidden>
          <div className={styles.notices}>
            {featuresIn(isLobby(room)).map(({ name, Notice }) => Notice && <Notice key={name} />)}
          </div>
          <div className={styles.content}>{children}</div>
          <div className={styles.above}>
            {featuresIn(isLobby(room)).map(({ name, AboveStage }) => AboveStage && <AboveStage key={name} />)}
          </div>
        </main>
        <aside
          className={styles.aside}
          aria-label={text('room.panels')}
          onFocus={followFocus}
          onBlur={() => setTyping(false)}
        >
          <RoomPanel panel={panel} />
        </aside>
        <ControlBar onLeave={onLeave} />
        <RoomShortcuts />
      </div>
    </RoomContext>
  );
}

/** Toasts rise above the bar instead of lying on it. */
function useNoticesAboveBar(): void {
  useEffect(() => {
    document.documentElement.dataset.bar = 'room';
    return () => {
      delete document.documentElement.dataset.bar;
    };
  }, []);
}
