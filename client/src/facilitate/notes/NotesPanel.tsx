import { ActionIcon, Button } from '@mantine/core';
import type { Registered } from '@multaqa/shared/facilitate/notes/notes.state';
import type { RoomId } from '@multaqa/shared/kernel/ids';
import IconArrowsDiagonal from '@tabler/icons-react/dist/esm/icons/IconArrowsDiagonal.mjs';
import IconArrowsDiagonalMinimize2 from '@tabler/icons-react/dist/esm/icons/IconArrowsDiagonalMinimize2.mjs';
import { useState } from 'react';
import { Icon } from '../../design/Icon.tsx';
import { Tabs } from '../../design/Tabs.tsx';
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
  const view = { id: 'view', role: 'tabpanel', 'aria-labelledby': `tab-${shown.view}` };
  const go = (one: Registered) => setShown({ view: 'room', room: one.room, shows: { outcome: one.outcome } });
  return (
    <div className={styles.panel}>
      <div className={styles.views}>
        <Tabs
          label={text('notes.view')}
          tabs={[
            { id: 'room', label: text('notes.view.room') },
            { id: 'register', label: text('notes.view.register') },
          ]}
          shown={shown.view}
          onShow={view => setShown(view === 'room' ? { view, room, shows: null } : { view: 'register' })}
        />
        <WidthTool />
      </div>
      {shown.view === 'register' ? (
        <div className={styles.register} {...view}>
          <OutputStep session={session.session} />
          <Register outcomes={Object.values(outcomes).filter(one => one.document === 'notes')} onGo={go} />
        </div>
      ) : (
        <div className={styles.notes} {...view}>
          {shown.room !== room && (
            <Elsewhere room={shown.room} onBack={() => setShown({ ...shown, room, shows: null })} />
          )}
          <RoomNotes key={shown.room} kind="notes" room={shown.room} shows={shown.shows} />
        </div>
      )}
    </div>
  );
}

/** On desks: side by side with the stage, or narrow. */
function WidthTool() {
  const text = useText();
  const { isPanelWide, setPanelWide } = useRoom();
  const label = text(isPanelWide ? 'notes.narrow' : 'notes.wide');
  return (
    <ActionIcon className={styles.width} aria-label={label} title={label} onClick={() => setPanelWide(!isPanelWide)}>
      <Icon of={isPanelWide ? IconArrowsDiagonalMinimize2 : IconArrowsDiagonal} size={20} />
    </ActionIcon>
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
