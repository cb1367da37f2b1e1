import { useMe } from '../../../dialogue/use-dialogue.ts';
import { useMediaState } from '../use-media.ts';
import { sharerIn } from './participant-media.ts';

/** Who shares a screen, and whether this device can show it: its connection carries it, or a still of it is asked for. One's own needs neither. */
export function useShownScreen(): { sharer: string | null; isStill: boolean; isCarried: boolean } {
  const { person } = useMe();
  return useMediaState(media => {
    const sharer = sharerIn(media, person);
    const isStill = media.status === 'reading' && sharer !== person;
    return { sharer, isStill, isCarried: isStill || sharer === person || media.quality.rung !== 'audio-only' };
  });
}
