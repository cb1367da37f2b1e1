import { VisuallyHidden } from '@mantine/core';
import type { OpenSessionView } from '@multaqa/shared/facilitate/sessions/sessions.view';
import { type FocusEvent, type ReactNode, useCallback, useEffect, useState } from 'react';
import { SkipLink } from '../../design/SkipLink.tsx';
import type { Media } from '../../facilitate/media/media-state.ts';
import { ControlBar } from './ControlBar.tsx';
import type { PanelName } from './panels.ts';
import styles from './RoomFrame.module.css';
import { RoomHeader } from './RoomHeader.tsx';
import { SidePanel } from './SidePanel.tsx';
import { useText } from './texts.ts';

type Props = {
  session: OpenSessionView;
  onLeave(): void;
  media: Media | null;
  children(showPanel: (panel: PanelName) => void): ReactNode;
};

/** The frame of every room: header, stage, one panel, one bar; side by side on desks, one above the other on phones. */
export function RoomFrame({ session, onLeave, media, children }: Props) {
  const text = useText();
  const [panel, setPanel] = useState<PanelName | null>('chat');
  const [isTall, setTall] = useState(false);
  const [isTyping, setTyping] = useState(false);
  const { title } = session.plan;
  useEffect(() => {
    document.title = `${title} · ${text('app.name')}`;
  }, [title, text]);

  // Notices rise above the bar instead of lying on it.
  useEffect(() => {
    document.documentElement.dataset.bar = 'room';
    return () => {
      delete document.documentElement.dataset.bar;
    };
  }, []);

  const show = useCallback((name: PanelName) => setPanel(name), []);
  const toggle = useCallback((name: PanelName) => setPanel(now => (now === name ? null : name)), []);
  const close = useCallback(() => {
    setTall(false);
    setPanel(null);
  }, []);
  // The keyboard of a phone leaves little room: while somebody types, the panel has all of it.
  const followFocus = (event: FocusEvent) => setTyping(event.target.closest('textarea, form button') !== null);

  return (
    <div className={styles.room} data-panel={panel ?? 'none'} data-tall={isTall} data-typing={isTyping}>
      <SkipLink />
      <RoomHeader session={session} media={media} onLeave={onLeave} onPeople={() => show('people')} />
      <main id="content" tabIndex={-1} className={styles.stage}>
        <VisuallyHidden>
          <h1>{title}</h1>
        </VisuallyHidden>
        {children(show)}
      </main>
      {panel && (
        <aside
          className={styles.aside}
          aria-label={text('room.panels')}
          onFocus={followFocus}
          onBlur={() => setTyping(false)}
        >
          <SidePanel current={panel} onShow={show} onClose={close} isTall={isTall} onTall={setTall} />
        </aside>
      )}
      <ControlBar session={session} media={media} panel={panel} onPanel={toggle} onShow={show} onLeave={onLeave} />
    </div>
  );
}
