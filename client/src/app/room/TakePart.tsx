import { useEffect } from 'react';
import { recallDevices } from '../../facilitate/media/device-choice.ts';
import { useMedia } from '../../facilitate/media/use-media.ts';

/** Takes part in a session's voice and picture from its lobby on, so that nobody waits for them who is let in; who writes does not. */
export function TakePart({ session }: { session: string }) {
  const { join, leave } = useMedia();
  const isHeard = recallDevices() !== 'text';
  useEffect(() => {
    if (isHeard) join(session);
    else leave();
  }, [isHeard, session, join, leave]);
  return null;
}
