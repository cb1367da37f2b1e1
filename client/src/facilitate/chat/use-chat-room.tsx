import { isLobby, type RoomId } from '@multaqa/shared/kernel/ids';
import { type ReactNode, useState } from 'react';
import { useCommand, useMay, useMe, useView } from '../../dialogue/use-dialogue.ts';
import { useText } from '../../platform/languages.ts';
import styles from './ChatPanel.module.css';

/** The room whose chat is open, and for hosts the choice of another: whoever looks into a room watches it for as long as they read there. */
export function useChatRoom(): { room: RoomId | null; choice: ReactNode } {
  const text = useText();
  const may = useMay();
  const send = useCommand();
  const { place } = useMe();
  const [chosen, setChosen] = useState<RoomId | null>(null);
  const rooms = useView(({ sessions }) => {
    const session = place && sessions[place.session];
    return session?.status === 'open' ? session.rooms : [];
  });
  if (!place) return { room: null, choice: null };
  const room = chosen && rooms.includes(chosen) ? chosen : place.room;
  const others = rooms.filter(other => other !== place.room && may('sessions.watch', { room: other }));
  if (others.length === 0) return { room: place.room, choice: null };

  const choose = (next: RoomId) => {
    if (room !== place.room && room !== next) void send('sessions.watch', { room, on: false });
    if (next !== place.room) void send('sessions.watch', { room: next, on: true });
    setChosen(next);
  };
  return {
    room,
    choice: (
      // biome-ignore lint/a11y/useSemanticElements: a fieldset is drawn with a border of its own.
      <div className={styles.rooms} role="group" aria-label={text('chat.rooms')}>
        {[place.room, ...others].map(one => (
          <button key={one} type="button" aria-pressed={one === room} onClick={() => choose(one)}>
            {text(isLobby(one) ? 'room.lobby' : 'room.plenary')}
          </button>
        ))}
      </div>
    ),
  };
}
