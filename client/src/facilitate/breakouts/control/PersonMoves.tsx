import { Menu } from '@mantine/core';
import type { LiveView } from '@multaqa/shared/facilitate/breakouts/breakouts.view';
import { plenaryOf } from '@multaqa/shared/kernel/ids';
import IconDoorEnter from '@tabler/icons-react/dist/esm/icons/IconDoorEnter.mjs';
import IconMessageCircle from '@tabler/icons-react/dist/esm/icons/IconMessageCircle.mjs';
import { ClusterMark } from '../../../design/ClusterMark.tsx';
import { Icon } from '../../../design/Icon.tsx';
import { tell } from '../../../design/toasts.tsx';
import { useRoom } from '../../../dialogue/room.ts';
import { useBreakoutName, useRoomName } from '../../../dialogue/rooms.ts';
import { useCommand, useMe, useView } from '../../../dialogue/use-dialogue.ts';
import { useText } from '../texts.ts';

/** Where a host can send somebody now, and a word to them alone, as entries of a menu that is open. */
export function PersonMoves({ live, person }: { live: LiveView; person: string }) {
  const text = useText();
  const send = useCommand();
  const me = useMe();
  const nameOf = useBreakoutName();
  const roomName = useRoomName();
  const { session: open } = useRoom();
  const name = useView(({ people }) => people[person]?.name) ?? text('common.nameless');
  const { session } = live;
  const here = open.seats[person]?.room;
  const plenary = plenaryOf(session);
  const move = async (room: string) => {
    const ack = await send('breakouts.move', { session, people: [person], room });
    if (ack.ok) tell(text('breakouts.moves', { name, room: roomName(room) }));
  };
  return (
    <>
      <Menu.Label>{text('breakouts.move-to')}</Menu.Label>
      {live.rooms
        .filter(({ room }) => room !== here)
        .map(card => (
          <Menu.Item
            key={card.room}
            leftSection={<ClusterMark mark={card.mark} size={16} />}
            onClick={() => void move(card.room)}
          >
            <bdi>{nameOf(card)}</bdi>
          </Menu.Item>
        ))}
      {here !== plenary && (
        <Menu.Item leftSection={<Icon of={IconDoorEnter} size={20} />} onClick={() => void move(plenary)}>
          {roomName(plenary)}
        </Menu.Item>
      )}
      {person !== me.person && (
        <Menu.Item
          leftSection={<Icon of={IconMessageCircle} size={20} />}
          onClick={() => void send('sessions.address', { session, to: { to: 'person', person } })}
        >
          {text('breakouts.whisper', { name })}
        </Menu.Item>
      )}
    </>
  );
}
