import { NativeSelect } from '@mantine/core';
import type { RoomId } from '@multaqa/shared/kernel/ids';
import { type ReactNode, useEffect, useState } from 'react';
import { useRoomName } from '../../dialogue/rooms.ts';
import { useCommand, useMay, useMe, useView } from '../../dialogue/use-dialogue.ts';
import styles from './ChatPanel.module.css';
import { useText } from './texts.ts';

/** The room whose chat is open, and for hosts the choice of another: whoever looks into a room watches it for as long as they read there. */
export function useChatRoom(): { room: RoomId | null; choice: ReactNode } {
  const may = useMay();
  const { place, watches } = useMe();
  // After a reload the room that was open before is.
  const [chosen, setChosen] = useState<RoomId | null>(watches[0] ?? null);
  const rooms = useView(({ sessions }) => {
    const session = place && sessions[place.session];
    return session?.status === 'open' ? session.rooms : [];
  });
  const others = rooms.filter(other => other !== place?.room && may('sessions.watch', { room: other }));
  const watched = chosen && others.includes(chosen) ? chosen : null;
  useWatching(watched);
  if (!place) return { room: null, choice: null };
  if (others.length === 0) return { room: place.room, choice: null };
  const room = watched ?? place.room;
  return { room, choice: <Choice rooms={[place.room, ...others]} chosen={room} onChoose={setChosen} /> };
}

type ChoiceProps = { rooms: readonly RoomId[]; chosen: RoomId; onChoose(room: RoomId): void };

/** Few rooms stand side by side; many are a list. */
function Choice({ rooms, chosen, onChoose }: ChoiceProps) {
  const text = useText();
  const nameOf = useRoomName();
  if (rooms.length > 3)
    return (
      <NativeSelect
        className={styles.manyRooms}
        aria-label={text('chat.rooms')}
        value={chosen}
        onChange={event => onChoose(event.currentTarget.value)}
        data={rooms.map(room => ({ value: room, label: nameOf(room) }))}
      />
    );
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is drawn with a border of its own.
    <div className={styles.rooms} role="group" aria-label={text('chat.rooms')}>
      {rooms.map(room => (
        <button key={room} type="button" aria-pressed={room === chosen} onClick={() => onChoose(room)}>
          <bdi>{nameOf(room)}</bdi>
        </button>
      ))}
    </div>
  );
}

/** Watches a room for as long as it is given. */
function useWatching(room: RoomId | null): void {
  const send = useCommand();
  useEffect(() => {
    if (room === null) return;
    // Whoever has moved or hosts no more watches nothing: there is nothing to tell them of that.
    void send('sessions.watch', { room, on: true }, { forgetRefusal: true });
    return () => void send('sessions.watch', { room, on: false }, { forgetRefusal: true });
  }, [room, send]);
}
