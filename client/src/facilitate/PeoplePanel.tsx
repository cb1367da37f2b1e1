import { PersonActions } from './media/host/PersonActions.tsx';
import { PeopleHere } from './sessions/live/PeopleHere.tsx';

/** The people of a session, with what hosts can do for each of them. */
export function PeoplePanel() {
  return <PeopleHere Actions={PersonActions} />;
}
