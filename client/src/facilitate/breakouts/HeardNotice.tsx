import { Button } from '@mantine/core';
import type { OpenSessionView } from '@multaqa/shared/facilitate/sessions/sessions.view';
import { Notice } from '../../design/Notice.tsx';
import { useRoom } from '../../dialogue/room.ts';
import { useRoomName } from '../../dialogue/rooms.ts';
import { useCommand, useMe, useView } from '../../dialogue/use-dialogue.ts';
import { useText } from './texts.ts';

/** Who hears this room from elsewhere; and for a host what they hear, and who hears them. */
export function HeardNotice() {
  const { session } = useRoom();
  const { person } = useMe();
  const seat = session.seats[person];
  return (
    <>
      <By people={session.heardBy} />
      {seat?.listens && <Listening session={session} room={seat.listens} />}
      {seat?.addresses && <Addressing session={session} address={seat.addresses} />}
    </>
  );
}

function By({ people }: { people: readonly string[] }) {
  const text = useText();
  const nameOf = useNames();
  if (people.length === 0) return null;
  return <Notice>{text('breakouts.heard-by', { name: people.map(nameOf).join(text('common.comma')) })}</Notice>;
}

function Listening({ session, room }: { session: OpenSessionView; room: string }) {
  const text = useText();
  const send = useCommand();
  const nameOf = useRoomName();
  return (
    <Notice
      action={
        <Button variant="default" onClick={() => void send('sessions.listen', { room, on: false })}>
          {text('breakouts.listen-end')}
        </Button>
      }
    >
      {text('breakouts.listening', { room: nameOf(room), count: session.sizes[room] ?? 0 })}
    </Notice>
  );
}

type Address = NonNullable<OpenSessionView['seats'][string]['addresses']>;

function Addressing({ session: { session }, address }: { session: OpenSessionView; address: Address }) {
  const text = useText();
  const send = useCommand();
  const nameOf = useNames();
  const roomName = useRoomName();
  const words =
    address.to === 'person'
      ? text('breakouts.whispering', { name: nameOf(address.person) })
      : address.rooms === 'all'
        ? text('breakouts.speaking.all')
        : text('breakouts.speaking', { rooms: address.rooms.map(roomName).join(text('common.comma')) });
  return (
    <Notice
      tone="warning"
      action={
        <Button variant="default" onClick={() => void send('sessions.address', { session, to: null })}>
          {text('breakouts.speak-end')}
        </Button>
      }
    >
      {words}
    </Notice>
  );
}

function useNames(): (person: string) => string {
  const text = useText();
  const people = useView(view => view.people);
  return person => people[person]?.name ?? text('common.nameless');
}
