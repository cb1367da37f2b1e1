import { useLayoutEffect } from 'react';
import { recallDevices } from '../../facilitate/media/devices/device-choice.ts';
import { useMediaActions, useMediaLifetime } from '../../facilitate/media/use-media.ts';

/**
 * Takes part in a session's media from its lobby on, so that somebody who is let in does not wait for it; people who take part by
 * text do not. Somebody who leaves is out at once, however long the next page takes to load.
 */
export function TakePart({ session, isLeaving }: { session: string; isLeaving: boolean }) {
  const { join, leave } = useMediaActions();
  useMediaLifetime();
  const isHeard = recallDevices() !== 'text' && !isLeaving;
  useLayoutEffect(() => {
    if (isHeard) join(session);
    else leave();
  }, [isHeard, session, join, leave]);
  return null;
}
