import { Button } from '@mantine/core';
import type { OpenSession } from '@multaqa/shared/facilitate/sessions/sessions.state';
import { isLobby } from '@multaqa/shared/kernel/ids';
import { useEffect, useRef, useState } from 'react';
import { alertNow } from '../../design/announce.ts';
import { EmptyState } from '../../design/EmptyState.tsx';
import { Skeleton } from '../../design/Skeleton.tsx';
import { useMe, useView } from '../../dialogue/use-dialogue.ts';
import { DeviceStep } from '../../facilitate/media/DeviceStep.tsx';
import { recallDevices } from '../../facilitate/media/device-choice.ts';
import { refusalText, useText } from '../../platform/languages.ts';
import { PageShell } from '../PageShell.tsx';
import { Lobby } from './Lobby.tsx';
import { Plenary } from './Plenary.tsx';
import { RoomFrame } from './RoomFrame.tsx';
import { useSeat } from './use-seat.ts';

/** An open session: the devices once, then a place, then lobby or plenary. */
export function OpenRoom({ session }: { session: OpenSession }) {
  const text = useText();
  const { person, place } = useMe();
  const name = useView(view => view.people[person]?.name) ?? text('people.nameless');
  const [isReady, setReady] = useState(recallDevices() !== null);
  const { refusal, retry, leave } = useSeat(session, isReady);
  const seat = session.seats[person];
  useSpokenMoves(seat?.room);

  if (!isReady)
    return (
      <PageShell title={session.plan.title}>
        <DeviceStep person={person} name={name} onDone={() => setReady(true)} />
      </PageShell>
    );
  if (refusal)
    return (
      <PageShell title={session.plan.title} width="narrow">
        <EmptyState of="page" title={text('room.refused')} text={refusalText(text, refusal)}>
          <Button onClick={retry}>{text('app.try-again')}</Button>
        </EmptyState>
      </PageShell>
    );
  // The place and the room's chat come with the same patch or the next; a frame without them would flicker.
  if (!seat || place?.room !== seat.room)
    return (
      <PageShell title={session.plan.title}>
        <Skeleton label={text('room.entering')} />
      </PageShell>
    );
  return isLobby(seat.room) ? (
    <RoomFrame session={session} onLeave={leave} media={null}>
      {() => <Lobby session={session} />}
    </RoomFrame>
  ) : (
    <Plenary session={session} onLeave={leave} />
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
