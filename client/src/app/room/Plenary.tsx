import { useEffect, useRef } from 'react';
import { recallDevices } from '../../facilitate/media/devices/device-choice.ts';
import { RemoteAudio } from '../../facilitate/media/receiving/RemoteAudio.tsx';
import { useMedia } from '../../facilitate/media/use-media.ts';
import { LiveRoom } from './LiveRoom.tsx';

/** The room where everybody meets: its stage and its sound. */
export function Plenary() {
  const { status, camera, toggleCamera, streams } = useMedia();
  const isFresh = useRef(true);
  useEffect(() => {
    if (status !== 'on' || !isFresh.current) return;
    // The camera goes on once, when the connection opens; after that its button decides, whatever the connection does.
    isFresh.current = false;
    if (recallDevices() === 'camera' && camera === 'off') toggleCamera();
  }, [status, camera, toggleCamera]);
  return (
    <>
      <RemoteAudio streams={streams} />
      <LiveRoom />
    </>
  );
}
