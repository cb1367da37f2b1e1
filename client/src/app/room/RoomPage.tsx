import { useEffect, useState } from 'react';
import { useParams } from 'react-router';
import { useView } from '../../dialogue/use-dialogue.ts';
import { lazyWithTexts } from '../../platform/lazy-with-texts.tsx';
import { NotFoundPage } from '../NotFoundPage.tsx';
import { OpenRoom } from './OpenRoom.tsx';

const SessionBefore = lazyWithTexts(async () => (await import('./SessionBefore.tsx')).SessionBefore);
const SessionReopened = lazyWithTexts(async () => (await import('./SessionReopened.tsx')).SessionReopened);
const SessionAfter = lazyWithTexts(async () => (await import('./SessionAfter.tsx')).SessionAfter);

/** A session's address: the way in before it, the room while it is open, thanks after it. */
export function RoomPage() {
  const { session: id = '' } = useParams();
  const session = useView(view => view.sessions[id] ?? null);
  const [isBack, setBack] = useState(true);
  const status = session?.status;
  useEffect(() => {
    if (status === 'closed') setBack(false);
  }, [status]);
  switch (session?.status) {
    case undefined:
      return <NotFoundPage />;
    case 'open':
      return isBack ? (
        <OpenRoom session={session} />
      ) : (
        <SessionReopened session={session} onReturn={() => setBack(true)} />
      );
    case 'closed':
      return <SessionAfter session={session} onReopened={() => setBack(true)} />;
    default:
      return <SessionBefore session={session} />;
  }
}
