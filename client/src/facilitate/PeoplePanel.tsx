import { useMediaQuery } from '@mantine/hooks';
import { isLobby } from '@multaqa/shared/kernel/ids';
import { useMe } from '../dialogue/use-dialogue.ts';
import { HostBar } from './media/host/HostBar.tsx';
import { PersonActions } from './media/host/PersonActions.tsx';
import { PeopleHere } from './sessions/live/PeopleHere.tsx';
import { useCurrentSession } from './sessions/live/use-current-session.ts';

/** The people of a session with what hosts can do for each of them, and for all of them where the room's bar is too narrow for it. */
export function PeoplePanel() {
  const session = useCurrentSession();
  const room = useMe().place?.room;
  const isNarrow = useMediaQuery('(max-width: 1239.98px)', false, { getInitialValueInEffect: false });
  return (
    <PeopleHere Actions={PersonActions}>
      {session && room && isNarrow && !isLobby(room) && <HostBar session={session} room={room} />}
    </PeopleHere>
  );
}
