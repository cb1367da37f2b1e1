import { useEffect, useRef } from 'react';
import { useMe } from '../../dialogue/use-dialogue.ts';
import { recallDevices, voiceOf } from '../../facilitate/media/devices/device-choice.ts';
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
  const voice = voiceOf(useMe().role);
  const isFresh = useRef(true);
  useEffect(() => {
    if (status !== 'on' || !isFresh.current) return;
    isFresh.current = false;
    if (recallDevices(voice) === 'camera' && camera === 'off') toggleCamera();
  }, [status, camera, toggleCamera, voice]);
}
