import type { OpenSessionView } from '@multaqa/shared/facilitate/sessions/sessions.view';
import { isLobby, type RoomId } from '@multaqa/shared/kernel/ids';
import { Suspense, useEffect, useRef, useState } from 'react';
import { alertNow } from '../../design/announce.ts';
import { Skeleton } from '../../design/Skeleton.tsx';
import { useMe } from '../../dialogue/use-dialogue.ts';
import { recallDevices } from '../../facilitate/media/devices/device-choice.ts';
import { lazyWithTexts } from '../../platform/lazy-with-texts.tsx';
import { reportFault } from '../../platform/report-fault.ts';
import { PageShell } from '../PageShell.tsx';
import { panels } from './features.ts';
import { Lobby } from './Lobby.tsx';
import { layouts } from './layouts/layouts.ts';
import { NotAdmitted } from './NotAdmitted.tsx';
import { RoomFrame } from './RoomFrame.tsx';
import { useText } from './texts.ts';
import { useSeat } from './use-seat.ts';

const Plenary = lazyWithTexts(async () => (await import('./Plenary.tsx')).Plenary);
const TakePart = lazyWithTexts(async () => (await import('./TakePart.tsx')).TakePart);
const GreenRoom = lazyWithTexts(async () => (await import('./GreenRoom.tsx')).GreenRoom);

/** An open session: the devices once, then a place, then lobby or plenary. */
export function OpenRoom({ session }: { session: OpenSessionView }) {
  const text = useText();
  const { person, place } = useMe();
  const [isReady, setReady] = useState(recallDevices() !== null);
  const { refusal, isLeaving, retry, leave } = useSeat(session, isReady);
  const room = useRoomOf(session.seats[person]?.room, place?.room);
  useSpokenMoves(room);
  useEffect(() => {
    // Who waits has time. A failure here is met again, and told, when it is needed.
    loadAhead().catch(reportFault('ahead'));
  }, []);

  if (refusal) return <NotAdmitted title={session.plan.title} problem={refusal} onRetry={retry} />;
  if (!isReady)
    return (
      <Suspense fallback={<Entering title={session.plan.title} />}>
        <GreenRoom session={session} onDone={() => setReady(true)} />
      </Suspense>
    );
  if (!room) return <Entering title={session.plan.title} />;
  return (
    <>
      <Suspense>
        <TakePart session={session.session} isLeaving={isLeaving} />
      </Suspense>
      <RoomFrame session={session} room={room} onLeave={leave}>
        {isLobby(room) ? (
          <Lobby />
        ) : (
          <Suspense fallback={<Skeleton label={text('room.entering')} />}>
            <Plenary />
          </Suspense>
        )}
      </RoomFrame>
    </>
  );
}

function Entering({ title }: { title: string }) {
  const text = useText();
  return (
    <PageShell title={title}>
      <Skeleton label={text('room.entering')} />
    </PageShell>
  );
}

/** The room of one's seat as soon as what belongs to it is here, which comes with the same patch or the next; until then the one before. */
function useRoomOf(seat: RoomId | undefined, place: RoomId | undefined): RoomId | undefined {
  const [room, setRoom] = useState<RoomId | undefined>();
  const next = seat === undefined || seat === place ? seat : room;
  if (next !== room) setRoom(next);
  return next;
}

/** Loads what the room and its panels will need, while its lobby is already there. */
async function loadAhead(): Promise<void> {
  const parts = [...panels.map(({ Content }) => Content), Plenary, ...Object.values(layouts).map(({ View }) => View)];
  await Promise.all(parts.map(part => part.preload()));
}

/** Tells screen readers at once that one has been let into another room. */
function useSpokenMoves(room: string | undefined): void {
  const text = useText();
  const before = useRef(room);
  useEffect(() => {
    const hasMoved = before.current !== undefined && room !== undefined && before.current !== room;
    before.current = room;
    if (hasMoved && !isLobby(room)) alertNow(text('room.moved'));
  }, [room, text]);
}
