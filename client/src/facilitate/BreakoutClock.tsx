import type { OpenSessionView } from '@multaqa/shared/facilitate/sessions/sessions.view';
import { BlockClock } from './agenda/BlockClock.tsx';
import { useCurrent } from './agenda/use-agenda.ts';
import { TimeOfRooms } from './breakouts/TimeOfRooms.tsx';
import { useLive } from './breakouts/use-live.ts';
import { SessionClock } from './sessions/live/SessionClock.tsx';

/** The time that is left: of the breakouts while they are open and have an end, else of the block that goes on, else of the session. */
export function BreakoutClock({ session }: { session: OpenSessionView }) {
  const live = useLive();
  const isInBlock = useCurrent() !== null;
  if (live?.endsAt) return <TimeOfRooms live={live} endsAt={live.endsAt} />;
  return isInBlock ? <BlockClock /> : <SessionClock session={session} />;
}
