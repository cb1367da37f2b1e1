import { useLayoutEffect } from 'react';
import { recallDevices, takesPartBy } from '../../facilitate/media/devices/device-choice.ts';
import { useMediaActions, useMediaLifetime } from '../../facilitate/media/use-media.ts';

/**
 * Takes part in a session's media from its lobby on, so that somebody who is let in does not wait for it; by text where that
 * was chosen. Somebody who leaves is out at once, however long the next page takes to load.
 */
export function TakePart({ session, isLeaving }: { session: string; isLeaving: boolean }) {
  const { join, leave } = useMediaActions();
  useMediaLifetime();
  const by = takesPartBy(recallDevices());
  useLayoutEffect(() => {
    if (isLeaving) leave();
    else join(session, by);
  }, [isLeaving, by, session, join, leave]);
  return null;
}
