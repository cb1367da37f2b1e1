import { useEffect, useRef } from 'react';
import { tell } from '../../../design/toasts.tsx';
import { useDialogue } from '../../../dialogue/DialogueProvider.tsx';
import type { Media } from '../media-state.ts';
import { useText } from '../texts.ts';
import { reopeningIn } from './reopening.ts';
import { useOwnStops } from './room-media.ts';

type Toggles = Pick<Media, 'microphone' | 'camera' | 'toggleMicrophone' | 'toggleCamera'>;

/** Follows what hosts stop of this person's media: says so, and turns off what nobody would hear or see. */
export function useStops({ microphone, camera, toggleMicrophone, toggleCamera }: Toggles): void {
  const text = useText();
  const reopening = reopeningIn(useDialogue());
  const stops = useOwnStops();
  const before = useRef(stops);
  useEffect(() => {
    if (stops.microphone && !before.current.microphone) tell(text('host.you-are.muted'));
    if (stops.camera && !before.current.camera) tell(text('host.you-are.unseen'));
    before.current = stops;
  }, [stops, text]);
  // The media server tells devices that it has muted, but not those that were only about to send.
  useEffect(() => {
    if (!stops.microphone) reopening.delete('microphone');
    else if (microphone === 'on' && !reopening.has('microphone')) toggleMicrophone();
  }, [stops.microphone, microphone, toggleMicrophone, reopening]);
  useEffect(() => {
    if (!stops.camera) reopening.delete('camera');
    else if (camera === 'on' && !reopening.has('camera')) toggleCamera();
  }, [stops.camera, camera, toggleCamera, reopening]);
}
