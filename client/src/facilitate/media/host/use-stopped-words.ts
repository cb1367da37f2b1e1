import { useEffect, useRef } from 'react';
import { tell } from '../../../design/toasts.tsx';
import { useText } from '../../../platform/languages.ts';
import { useOwnStops } from './room-media.ts';

/** Tells in a sentence that a host has stopped one's microphone or camera, at the moment it happens. */
export function useStoppedWords(): void {
  const text = useText();
  const { microphone, camera } = useOwnStops();
  const before = useRef({ microphone, camera });
  useEffect(() => {
    if (microphone && !before.current.microphone) tell(text('host.you-are.muted'));
    if (camera && !before.current.camera) tell(text('host.you-are.unseen'));
    before.current = { microphone, camera };
  }, [microphone, camera, text]);
}
