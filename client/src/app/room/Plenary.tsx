import { useEffect, useRef } from 'react';
import { recallDevices } from '../../facilitate/media/devices/device-choice.ts';
import { RemoteAudio } from '../../facilitate/media/receiving/RemoteAudio.tsx';
import { useMediaActions, useMediaState } from '../../facilitate/media/use-media.ts';
import { LiveRoom } from './LiveRoom.tsx';

/** The room where everybody meets: its stage and its sound. */
export function Plenary() {
  useCameraOnce();
  return (
    <>
      <Sound />
      <LiveRoom />
    </>
  );
}

function Sound() {
  return <RemoteAudio streams={useMediaState(({ streams }) => streams)} />;
}

/** The camera goes on once, when the connection opens; after that its button decides, whatever the connection does. */
function useCameraOnce(): void {
  const { status, camera } = useMediaState(media => ({ status: media.status, camera: media.camera }));
  const { toggleCamera } = useMediaActions();
  const isFresh = useRef(true);
  useEffect(() => {
    if (status !== 'on' || !isFresh.current) return;
    isFresh.current = false;
    if (recallDevices() === 'camera' && camera === 'off') toggleCamera();
  }, [status, camera, toggleCamera]);
}
