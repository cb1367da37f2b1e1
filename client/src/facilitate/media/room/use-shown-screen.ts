import { useMe } from '../../../dialogue/use-dialogue.ts';
import { useMediaState } from '../use-media.ts';
import { sharerIn } from './participant-media.ts';

/** Who shares a screen, and whether this device's connection carries it; one's own needs none. */
export function useShownScreen(): { sharer: string | null; isCarried: boolean } {
  const { person } = useMe();
  return useMediaState(media => {
    const sharer = sharerIn(media, person);
    return { sharer, isCarried: sharer === person || media.quality.rung !== 'audio-only' };
  });
}
