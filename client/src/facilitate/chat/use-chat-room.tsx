import { isLobby, type RoomId } from '@multaqa/shared/kernel/ids';
import { type ReactNode, useEffect, useState } from 'react';
import { useCommand, useMay, useMe, useView } from '../../dialogue/use-dialogue.ts';
import styles from './ChatPanel.module.css';
import { useText } from './texts.ts';

/** The room whose chat is open, and for hosts the choice of another: whoever looks into a room watches it for as long as they read there. */
export function useChatRoom(): { room: RoomId | null; choice: ReactNode } {
  const text = useText();
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
  return {
    room,
    choice: (
      // biome-ignore lint/a11y/useSemanticElements: a fieldset is drawn with a border of its own.
      <div className={styles.rooms} role="group" aria-label={text('chat.rooms')}>
        {[place.room, ...others].map(one => (
          <button key={one} type="button" aria-pressed={one === room} onClick={() => setChosen(one)}>
            {text(isLobby(one) ? 'rooms.lobby' : 'rooms.plenary')}
          </button>
        ))}
      </div>
    ),
  };
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
