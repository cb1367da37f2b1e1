import { useMediaQuery } from '@mantine/hooks';
import type { OpenSessionView } from '@multaqa/shared/facilitate/sessions/sessions.view';
import IconDoorExit from '@tabler/icons-react/dist/esm/icons/IconDoorExit.mjs';
import { useCallback } from 'react';
import { Badge, BarButton } from '../../design/BarButton.tsx';
import { useShortcut } from '../../design/shortcuts.ts';
import { useMe } from '../../dialogue/use-dialogue.ts';
import { HostBar } from '../../facilitate/media/host/HostBar.tsx';
import { MediaButtons } from '../../facilitate/media/MediaButtons.tsx';
import type { Media } from '../../facilitate/media/media-state.ts';
import { QualityMenu, takesPart } from '../../facilitate/media/quality/QualityMenu.tsx';
import { ScreenButton } from '../../facilitate/media/screen/ScreenButton.tsx';
import styles from './ControlBar.module.css';
import { LayoutMenu, useLayoutKey } from './LayoutMenu.tsx';
import { type PanelName, type PanelSpec, panels } from './panels.ts';
import { RoomMenu } from './RoomMenu.tsx';
import { useText } from './texts.ts';

type Props = {
  session: OpenSessionView;
  media: Media | null;
  panel: PanelName | null;
  onPanel(panel: PanelName): void;
  onShow(panel: PanelName): void;
  onLeave(): void;
};

/** What one does with one's hands: devices at the beginning, panels and the door at the end. */
export function ControlBar({ session, media, panel, onPanel, onShow, onLeave }: Props) {
  const text = useText();
  const room = useMe().place?.room;
  const isSmall = useMediaQuery('(max-width: 960px)', false, { getInitialValueInEffect: false });
  const isWide = useMediaQuery('(min-width: 1240px)', true, { getInitialValueInEffect: false });
  return (
    <footer className={styles.bar}>
      <div className={styles.group}>
        {media && <MediaButtons media={media} session={session.session} />}
        {media && room && (
          <span className={styles.screen}>
            <ScreenButton media={media} room={room} />
          </span>
        )}
        {media && !isSmall && takesPart(media) && <QualityMenu media={media} />}
      </div>
      {media && room && isWide && <HostBar session={session} room={room} />}
      <div className={styles.group}>
        {media && !isSmall && <LayoutMenu />}
        {media && <LayoutKey />}
        {panels.map(one => (
          <PanelButton key={one.name} panel={one} isOpen={panel === one.name} onPanel={onPanel} onShow={onShow} />
        ))}
        {isSmall ? (
          <RoomMenu session={session} media={media} onLeave={onLeave} kind="bar" />
        ) : (
          <BarButton icon={IconDoorExit} label={text('room.leave')} tone="danger" isMirrored onClick={onLeave} />
        )}
      </div>
    </footer>
  );
}

/** The key for the layouts works in rooms that have them. */
function LayoutKey() {
  useLayoutKey();
  return null;
}

type PanelProps = {
  panel: PanelSpec;
  isOpen: boolean;
  onPanel(panel: PanelName): void;
  onShow(panel: PanelName): void;
};

function PanelButton({ panel, isOpen, onPanel, onShow }: PanelProps) {
  const text = useText();
  const count = panel.useBadge();
  const label = text(panel.label);
  const open = useCallback(() => {
    onShow(panel.name);
    // The panel has to be there before anything in it can be focused.
    requestAnimationFrame(() => {
      const inPanel = (selector: string) => document.querySelector<HTMLElement>(`#panel ${selector}`);
      (inPanel('textarea') ?? inPanel('button, [tabindex]'))?.focus();
    });
  }, [onShow, panel.name]);
  useShortcut(panel.shortcut, label, open);
  return (
    <BarButton
      icon={panel.icon}
      label={label}
      isPressed={isOpen}
      onClick={() => onPanel(panel.name)}
      badge={
        count > 0 &&
        !isOpen && <Badge count={text('common.number', { number: count })} label={text(panel.badge, { count })} />
      }
    />
  );
}
