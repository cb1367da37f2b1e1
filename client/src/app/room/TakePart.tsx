import { useLayoutEffect } from 'react';
import { recallDevices } from '../../facilitate/media/devices/device-choice.ts';
import { useMedia } from '../../facilitate/media/use-media.ts';

/**
 * Takes part in a session's voice and picture from its lobby on, so that nobody waits for them who is let in; who writes
 * does not. Who leaves is out in the turn of that word, however long the next page takes.
 */
export function TakePart({ session, isLeaving }: { session: string; isLeaving: boolean }) {
  const { join, leave } = useMedia();
  const isHeard = recallDevices() !== 'text' && !isLeaving;
  useLayoutEffect(() => {
    if (isHeard) join(session);
    else leave();
  }, [isHeard, session, join, leave]);
  return null;
}
