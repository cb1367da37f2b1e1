import { Button, SegmentedControl } from '@mantine/core';
import type { Registered } from '@multaqa/shared/facilitate/notes/notes.state';
import type { RoomId } from '@multaqa/shared/kernel/ids';
import { useState } from 'react';
import { useRoom } from '../../dialogue/room.ts';
import { useRoomName } from '../../dialogue/rooms.ts';
import { useView } from '../../dialogue/use-dialogue.ts';
import styles from './NotesPanel.module.css';
import { OutputStep } from './output/OutputStep.tsx';
import { RoomNotes } from './RoomNotes.tsx';
import { Register } from './register/Register.tsx';
import { useText } from './texts.ts';

/** What the panel shows: notes of a room, with an outcome in sight, or the register. */
type Shown = { view: 'room'; room: RoomId; shows: { outcome: string } | null } | { view: 'register' };

/** The notes of the room one is in, and the register of all rooms. From the register one comes to the place where an outcome is written. */
export function NotesPanel() {
  const text = useText();
  const { room, session } = useRoom();
  const [shown, setShown] = useState<Shown>({ view: 'room', room, shows: null });
  const [inRoom, setInRoom] = useState(room);
  // Who goes to another room writes there.
  if (inRoom !== room) {
    setInRoom(room);
    if (shown.view === 'room') setShown({ view: 'room', room, shows: null });
  }
  const outcomes = useView(({ notes }) => notes.register);
  const go = (one: Registered) => setShown({ view: 'room', room: one.room, shows: { outcome: one.outcome } });
  return (
    <div className={styles.panel}>
      <div className={styles.views}>
        <SegmentedControl
          fullWidth
          aria-label={text('notes.view')}
          value={shown.view}
          onChange={view => setShown(view === 'room' ? { view, room, shows: null } : { view: 'register' })}
          data={[
            { value: 'room', label: text('notes.view.room') },
            { value: 'register', label: text('notes.view.register') },
          ]}
        />
      </div>
      {shown.view === 'register' ? (
        <div className={styles.register}>
          <OutputStep session={session.session} />
          <Register outcomes={Object.values(outcomes).filter(one => one.document === 'notes')} onGo={go} />
        </div>
      ) : (
        <>
          {shown.room !== room && (
            <Elsewhere room={shown.room} onBack={() => setShown({ ...shown, room, shows: null })} />
          )}
          <RoomNotes key={shown.room} kind="notes" room={shown.room} shows={shown.shows} />
        </>
      )}
    </div>
  );
}

/** Whose notes these are, and the way back. */
function Elsewhere({ room, onBack }: { room: RoomId; onBack(): void }) {
  const text = useText();
  const roomName = useRoomName();
  return (
    <div className={styles.elsewhere}>
      <strong>{text('notes.of', { room: roomName(room) })}</strong>
      <Button variant="subtle" onClick={onBack}>
        {text('notes.back')}
      </Button>
    </div>
  );
}
