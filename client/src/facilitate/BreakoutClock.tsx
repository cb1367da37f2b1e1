import type { OpenSessionView } from '@multaqa/shared/facilitate/sessions/sessions.view';
import { TimeOfRooms } from './breakouts/TimeOfRooms.tsx';
import { useLive } from './breakouts/use-live.ts';
import { SessionClock } from './sessions/live/SessionClock.tsx';

/** The time that is left: of the breakouts while they are open and have an end, else of the session. */
export function BreakoutClock({ session }: { session: OpenSessionView }) {
  const live = useLive();
  return live?.endsAt ? <TimeOfRooms live={live} endsAt={live.endsAt} /> : <SessionClock session={session} />;
}
