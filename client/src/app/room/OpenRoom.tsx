import { Button } from '@mantine/core';
import type { OpenSessionView } from '@multaqa/shared/facilitate/sessions/sessions.view';
import { isLobby } from '@multaqa/shared/kernel/ids';
import { Suspense, useEffect, useRef, useState } from 'react';
import { alertNow } from '../../design/announce.ts';
import { EmptyState } from '../../design/EmptyState.tsx';
import { Skeleton } from '../../design/Skeleton.tsx';
import { useMe } from '../../dialogue/use-dialogue.ts';
import { recallDevices } from '../../facilitate/media/devices/device-choice.ts';
import { textsReady } from '../../platform/languages.ts';
import { lazyWithTexts } from '../../platform/lazy-with-texts.ts';
import { reportFault } from '../../platform/report-fault.ts';
import { refusalText } from '../../platform/texts.ts';
import { PageShell } from '../PageShell.tsx';
import { Lobby } from './Lobby.tsx';
import { RoomFrame } from './RoomFrame.tsx';
import { useText } from './texts.ts';
import { useSeat } from './use-seat.ts';

// Who waits has time: what the green room and the plenary need comes while the lobby is already there.
const loadPlenary = () => import('./Plenary.tsx');
const Plenary = lazyWithTexts(async () => (await loadPlenary()).Plenary);
const TakePart = lazyWithTexts(async () => (await import('./TakePart.tsx')).TakePart);
const GreenRoom = lazyWithTexts(async () => (await import('./GreenRoom.tsx')).GreenRoom);

/** An open session: the devices once, then a place, then lobby or plenary. */
export function OpenRoom({ session }: { session: OpenSessionView }) {
  const text = useText();
  const { person, place } = useMe();
  const [isReady, setReady] = useState(recallDevices() !== null);
  const { refusal, isLeaving, retry, leave } = useSeat(session, isReady);
  const seat = session.seats[person];
  useSpokenMoves(seat?.room);
  useEffect(() => {
    // A failure here is met again, and told, when the plenary itself is asked for.
    loadPlenary().then(textsReady).catch(reportFault('ahead'));
  }, []);

  if (!isReady)
    return (
      <Suspense fallback={<Entering title={session.plan.title} />}>
        <GreenRoom session={session} onDone={() => setReady(true)} />
      </Suspense>
    );
  if (refusal)
    return (
      <PageShell title={session.plan.title} width="narrow">
        <EmptyState of="page" title={text('room.refused')} text={refusalText(text, refusal)}>
          <Button onClick={retry}>{text('common.try-again')}</Button>
        </EmptyState>
      </PageShell>
    );
  // The place and the room's chat come with the same patch or the next; a frame without them would flicker.
  if (!seat || place?.room !== seat.room) return <Entering title={session.plan.title} />;
  return (
    <>
      <Suspense>
        <TakePart session={session.session} isLeaving={isLeaving} />
      </Suspense>
      {isLobby(seat.room) ? (
        <RoomFrame session={session} onLeave={leave} media={null}>
          {() => <Lobby session={session} />}
        </RoomFrame>
      ) : (
        <Suspense fallback={<Entering title={session.plan.title} />}>
          <Plenary session={session} room={seat.room} onLeave={leave} />
        </Suspense>
      )}
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
