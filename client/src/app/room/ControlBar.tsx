import { useMediaQuery } from '@mantine/hooks';
import IconDoorExit from '@tabler/icons-react/dist/esm/icons/IconDoorExit.mjs';
import { useState } from 'react';
import { BarButton } from '../../design/BarButton.tsx';
import { useRoom } from '../../dialogue/room.ts';
import { useMay } from '../../dialogue/use-dialogue.ts';
import { FloorButton } from '../../facilitate/floor/FloorButton.tsx';
import { MediaButtons } from '../../facilitate/media/MediaButtons.tsx';
import { ScreenButton } from '../../facilitate/media/screen/ScreenButton.tsx';
import { useOwnMedia } from '../../facilitate/media/use-media.ts';
import { ReactButton } from '../../facilitate/reactions/ReactButton.tsx';
import { LeaveDialog } from '../../facilitate/sessions/live/LeaveDialog.tsx';
import styles from './ControlBar.module.css';
import { RoomMenu } from './RoomMenu.tsx';
import { useText } from './texts.ts';

/** What one does with one's own hands: the devices at the beginning, the floor in the middle, reactions and the way out at the end. No other feature has a button here. */
export function ControlBar({ onLeave }: { onLeave(): void }) {
  const text = useText();
  const { isLobby } = useRoom();
  const may = useMay();
  const [isAsked, setAsked] = useState(false);
  const isSmall = useMediaQuery('(max-width: 960px)', false, { getInitialValueInEffect: false });
  return (
    <footer className={styles.bar}>
      <div className={styles.group}>{!isLobby && <OwnDevices />}</div>
      {!isLobby && <FloorButton />}
      <div className={styles.group}>
        {!isLobby && !isSmall && <ReactButton />}
        <BarButton
          icon={IconDoorExit}
          label={text('room.leave')}
          tone="danger"
          isMirrored
          onClick={may('sessions.close') ? () => setAsked(true) : onLeave}
        />
        <LeaveDialog isOpen={isAsked} onLeave={onLeave} onClose={() => setAsked(false)} />
        {isSmall && <RoomMenu kind="bar" />}
      </div>
    </footer>
  );
}

function OwnDevices() {
  const media = useOwnMedia();
  const { room, session } = useRoom();
  return (
    <>
      <MediaButtons media={media} session={session.session} />
      <span className={styles.screen}>
        <ScreenButton media={media} room={room} />
      </span>
    </>
  );
}
