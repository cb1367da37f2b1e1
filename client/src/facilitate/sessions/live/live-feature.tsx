import IconLock from '@tabler/icons-react/dist/esm/icons/IconLock.mjs';
import IconLockOpen from '@tabler/icons-react/dist/esm/icons/IconLockOpen.mjs';
import { HostStep } from '../../../design/HostStep.tsx';
import { useRoom } from '../../../dialogue/room.ts';
import type { RoomFeature, SeatProps } from '../../../dialogue/room-feature.ts';
import { useCommand, useMay, useServerClock } from '../../../dialogue/use-dialogue.ts';
import { useTick } from '../../../platform/use-tick.ts';
import { ClosingNotice } from './ClosingNotice.tsx';
import { PresenceMark } from './PresenceMark.tsx';
import { useText } from './texts.ts';
import { WaitingStep } from './WaitingList.tsx';

/** The door of an open session, for hosts; and whose connection is lost, for everybody. */
export const liveFeature: RoomFeature = {
  name: 'live',
  in: 'rooms-and-lobby',
  Notice: ClosingNotice,
  HostSteps: DoorSteps,
  SeatState: Presence,
};

function DoorSteps() {
  const text = useText();
  const may = useMay();
  const send = useCommand();
  const { session, door } = useRoom().session;
  const isLocked = door === 'locked';
  return (
    <>
      {may(isLocked ? 'sessions.unlock' : 'sessions.lock') && (
        <HostStep
          icon={isLocked ? IconLockOpen : IconLock}
          label={text(isLocked ? 'live.unlock' : 'live.lock')}
          onClick={() => void send(isLocked ? 'sessions.unlock' : 'sessions.lock', { session })}
        />
      )}
      <WaitingStep />
    </>
  );
}

function Presence({ seat }: SeatProps) {
  const now = useServerClock();
  useTick(seat.lostAt === null ? null : 5_000);
  return seat.lostAt === null ? null : <PresenceMark seat={seat} now={now()} />;
}
