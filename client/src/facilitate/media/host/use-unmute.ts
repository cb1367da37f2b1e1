import type { UserMediaSource } from '@multaqa/shared/facilitate/media/media.messages';
import { useCallback, useRef } from 'react';
import { tell } from '../../../design/toasts.tsx';
import { useDialogue } from '../../../dialogue/DialogueProvider.tsx';
import { useCommand, useMe, useOwn } from '../../../dialogue/use-dialogue.ts';
import type { DeviceState, Media } from '../media-state.ts';
import { useText } from '../texts.ts';
import { reopeningIn } from './reopening.ts';
import { useOwnStops } from './room-media.ts';

type Toggles = Pick<Media, 'microphone' | 'camera' | 'toggleMicrophone' | 'toggleCamera'>;

/**
 * What the buttons of microphone and camera do: they toggle, and first ask the room to open again what a host has
 * stopped. Turning on also answers a host who asked for it.
 */
export function useUnmute(media: Toggles): { toggleMicrophone(): void; toggleCamera(): void } {
  const { microphone, camera, toggleMicrophone, toggleCamera } = media;
  const reopen = useReopen();
  return {
    toggleMicrophone: useCallback(() => {
      if (microphone === 'on') toggleMicrophone();
      else void reopen('microphone').then(isOpen => isOpen && toggleMicrophone());
    }, [microphone, toggleMicrophone, reopen]),
    toggleCamera: useCallback(() => {
      if (camera === 'on') toggleCamera();
      else void reopen('camera').then(isOpen => isOpen && toggleCamera());
    }, [camera, toggleCamera, reopen]),
  };
}

/** The switch of one's own microphone; where the device did not open before, it also says why. */
export function useMicrophoneToggle(media: Toggles): () => void {
  return useExplained('microphone', media.microphone, useUnmute(media).toggleMicrophone);
}

/** The switch of one's own camera; where the device did not open before, it also says why. */
export function useCameraToggle(media: Toggles): () => void {
  return useExplained('camera', media.camera, useUnmute(media).toggleCamera);
}

function useExplained(device: UserMediaSource, state: DeviceState, toggle: () => void): () => void {
  const text = useText();
  return useCallback(() => {
    if (state === 'denied' || state === 'missing' || state === 'busy') tell(text(`media.${device}.${state}`), 'danger');
    toggle();
  }, [text, device, state, toggle]);
}

/** Speaking while a key is held: it opens again what a host has stopped, as the button does. */
export function useTalk(talk: Media['talk']): Media['talk'] {
  const reopen = useReopen();
  const isHeld = useRef(false);
  return useCallback(
    isDown => {
      isHeld.current = isDown;
      if (!isDown) return talk(false);
      // The key may be released before the room has agreed.
      void reopen('microphone').then(isOpen => isOpen && isHeld.current && talk(true));
    },
    [talk, reopen],
  );
}

/** Asks the room to open again what a host has stopped; resolves with false when the rules refuse it. */
function useReopen(): (source: UserMediaSource) => Promise<boolean> {
  const send = useCommand();
  const reopening = reopeningIn(useDialogue());
  const room = useMe().place?.room;
  const stops = useOwnStops();
  const asked = useOwn(({ media }) => media?.asked?.source ?? null);
  return useCallback(
    async source => {
      if (!room || (!stops[source] && asked !== source)) return true;
      if (stops[source]) reopening.add(source);
      const ack = await send('media.start', { room, source });
      if (!ack.ok) reopening.delete(source);
      return ack.ok;
    },
    [send, reopening, room, stops, asked],
  );
}
