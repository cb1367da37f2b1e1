import type { NoteKind } from '@multaqa/shared/facilitate/notes/outcomes';
import type { RoomId } from '@multaqa/shared/kernel/ids';
import type { SaveStatus } from '../../documents/document.ts';
import { SaveState } from '../../documents/saving/SaveState.tsx';
import styles from './NotesHead.module.css';
import { NotesMenu } from './NotesMenu.tsx';
import { NoteTaker } from './NoteTaker.tsx';
import { useText } from './texts.ts';

type Props = { kind: NoteKind; room: RoomId; access: 'write' | 'read'; status: SaveStatus; onHistory(): void };

/** Above the text: who takes the notes, whether they are saved, and what else is done with them. */
export function NotesHead({ kind, room, access, status, onHistory }: Props) {
  const text = useText();
  return (
    <header className={styles.head}>
      {kind === 'notes' && <NoteTaker room={room} />}
      <span className={styles.tools}>
        {access === 'write' ? (
          <SaveState status={status} />
        ) : (
          <span className={styles.status}>{text('notes.read-only')}</span>
        )}
        <NotesMenu kind={kind} room={room} onHistory={onHistory} />
      </span>
    </header>
  );
}
