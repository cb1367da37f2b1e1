import { Menu, UnstyledButton, VisuallyHidden } from '@mantine/core';
import { type RoomId, sessionOf } from '@multaqa/shared/kernel/ids';
import IconChevronDown from '@tabler/icons-react/dist/esm/icons/IconChevronDown.mjs';
import IconPencil from '@tabler/icons-react/dist/esm/icons/IconPencil.mjs';
import { announce } from '../../design/announce.ts';
import { Icon } from '../../design/Icon.tsx';
import { useCommand, useMay, useMe, useView } from '../../dialogue/use-dialogue.ts';
import styles from './NotesHead.module.css';
import { useText } from './texts.ts';

/** Who takes the notes of a room; null for nobody. */
export function useNoteTaker(room: RoomId): string | null {
  return useView(({ sessions }) => {
    const session = sessions[sessionOf(room)];
    const held = session?.status === 'open' ? session.appointed[room] : undefined;
    return Object.keys(held ?? {}).find(person => held?.[person] === 'note-taker') ?? null;
  });
}

/** Who takes the notes, and for that person and hosts the way to hand them over. */
export function NoteTaker({ room }: { room: RoomId }) {
  const text = useText();
  const may = useMay();
  const { person } = useMe();
  const taker = useNoteTaker(room);
  const name = useView(({ people }) => (taker ? people[taker]?.name : null)) ?? text('common.nameless');
  const words =
    taker === null
      ? text('notes.taker.none')
      : taker === person
        ? text('notes.taker.you')
        : text('notes.taker', { name });
  const label = (
    <span className={styles.taker}>
      {taker && <Icon of={IconPencil} size={16} />}
      <bdi>{words}</bdi>
    </span>
  );
  return may('sessions.hand', { room }) ? <HandOver room={room} taker={taker} label={label} /> : label;
}

type HandOverProps = { room: RoomId; taker: string | null; label: React.ReactNode };

function HandOver({ room, taker, label }: HandOverProps) {
  const text = useText();
  const send = useCommand();
  const people = useView(view => view.people);
  const seats = useView(({ sessions }) => {
    const session = sessions[sessionOf(room)];
    return session?.status === 'open' ? session.seats : undefined;
  });
  const others = Object.entries(seats ?? {}).flatMap(([person, seat]) => {
    const card = people[person];
    const canTake = card?.status === 'active' && (card.role === 'participant' || card.role === 'note-taker');
    return seat.room === room && person !== taker && canTake
      ? [{ person, name: card.name ?? text('common.nameless') }]
      : [];
  });
  const hand = async (person: string, name: string) => {
    const ack = await send('sessions.hand', { room, person });
    if (ack.ok) announce(text('notes.handed', { name }));
  };
  return (
    <Menu position="bottom-start" shadow="md">
      <Menu.Target>
        <UnstyledButton className={styles.takerButton} title={text('notes.hand')}>
          {label}
          <VisuallyHidden>{text('notes.hand')}</VisuallyHidden>
          <Icon of={IconChevronDown} size={16} />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{text('notes.hand.to')}</Menu.Label>
        {others.length === 0 && <Menu.Item disabled>{text('notes.hand.nobody')}</Menu.Item>}
        {others.map(({ person, name }) => (
          <Menu.Item key={person} onClick={() => void hand(person, name)}>
            <bdi>{name}</bdi>
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
