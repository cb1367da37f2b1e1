import type { OpenSessionView } from '@multaqa/shared/facilitate/sessions/sessions.view';
import { useEffect, useRef } from 'react';
import { recallDevices } from '../../facilitate/media/devices/device-choice.ts';
import { RemoteAudio } from '../../facilitate/media/receiving/RemoteAudio.tsx';
import { useMedia } from '../../facilitate/media/use-media.ts';
import { LiveRoom } from './LiveRoom.tsx';
import { RoomFrame } from './RoomFrame.tsx';

type Props = { session: OpenSessionView; room: string; onLeave(): void };

/** The room where everybody meets: its stage, its sound, its panels. */
export function Plenary({ session, room, onLeave }: Props) {
  const media = useMedia();
  const { status, camera, toggleCamera } = media;
  const isFresh = useRef(true);
  useEffect(() => {
    if (status !== 'on' || !isFresh.current) return;
    // The camera goes on once, when the way opens; after that its button decides, whatever the way does.
    isFresh.current = false;
    if (recallDevices() === 'camera' && camera === 'off') toggleCamera();
  }, [status, camera, toggleCamera]);
  return (
    <>
      <RemoteAudio streams={media.streams} />
      <RoomFrame session={session} onLeave={onLeave} media={media}>
        {showPanel => <LiveRoom session={session} room={room} media={media} onSeePeople={() => showPanel('people')} />}
      </RoomFrame>
    </>
  );
}
