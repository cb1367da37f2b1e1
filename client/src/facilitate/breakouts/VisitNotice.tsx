import { Button } from '@mantine/core';
import { sessionOf } from '@multaqa/shared/kernel/ids';
import { Notice } from '../../design/Notice.tsx';
import { useRoom } from '../../dialogue/room.ts';
import { useRoomName } from '../../dialogue/rooms.ts';
import { useCommand, useOwn } from '../../dialogue/use-dialogue.ts';
import { useText } from './texts.ts';

/** For a host who visits a room: back with one click to where they came from. */
export function VisitNotice() {
  const text = useText();
  const send = useCommand();
  const nameOf = useRoomName();
  const { room } = useRoom();
  const from = useOwn(({ breakouts }) => breakouts.from);
  if (from === null || from === room) return null;
  return (
    <Notice
      action={
        <Button
          variant="default"
          onClick={() => void send('breakouts.enter', { session: sessionOf(room), room: from })}
        >
          {text('breakouts.back-to', { room: nameOf(from) })}
        </Button>
      }
    >
      {text('breakouts.visiting', { room: nameOf(room) })}
    </Notice>
  );
}
