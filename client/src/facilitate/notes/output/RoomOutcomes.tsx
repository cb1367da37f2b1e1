import { Button } from '@mantine/core';
import type { Registered } from '@multaqa/shared/facilitate/notes/notes.state';
import { inOrder } from '@multaqa/shared/facilitate/notes/notes.state';
import type { RoomId } from '@multaqa/shared/kernel/ids';
import IconCheck from '@tabler/icons-react/dist/esm/icons/IconCheck.mjs';
import { Icon } from '../../../design/Icon.tsx';
import { useRoomName } from '../../../dialogue/rooms.ts';
import { OutcomeRow } from '../register/OutcomeRow.tsx';
import { useText } from '../texts.ts';
import styles from './Output.module.css';

type Props = {
  outcomes: readonly Registered[];
  /** Rooms of the session, whose notes can be brought in whole. */
  rooms: readonly RoomId[];
  onTake(outcomes: readonly Registered[]): void;
  onNotes(room: RoomId): void;
};

/** What the rooms have written, and what of it has been brought in. */
export function RoomOutcomes({ outcomes, rooms, onTake, onNotes }: Props) {
  const text = useText();
  const roomName = useRoomName();
  const taken = new Set(outcomes.flatMap(({ document, from }) => (document === 'output' ? from : [])));
  const written = inOrder(outcomes.filter(({ document }) => document === 'notes'));
  const open = written.filter(({ outcome }) => !taken.has(outcome));
  return (
    <section className={styles.rooms} aria-label={text('output.rooms')}>
      <header className={styles.roomsHead}>
        <h2>{text('output.rooms')}</h2>
        {open.length > 1 && (
          <Button variant="light" onClick={() => onTake(open)}>
            {text('output.take-all')}
          </Button>
        )}
      </header>
      {written.length === 0 && <p className={styles.quiet}>{text('output.rooms.none')}</p>}
      {written.map(one => (
        <OutcomeRow key={one.outcome} of={one}>
          {taken.has(one.outcome) ? (
            <span className={styles.taken}>
              <Icon of={IconCheck} size={16} /> {text('output.taken')}
            </span>
          ) : (
            <Button
              className={styles.take}
              variant="light"
              aria-label={text('output.take.of', { title: one.title || text('register.unnamed') })}
              onClick={() => onTake([one])}
            >
              {text('output.take')}
            </Button>
          )}
        </OutcomeRow>
      ))}
      {rooms.map(room => (
        <Button key={room} variant="default" onClick={() => onNotes(room)}>
          {text('output.notes', { room: roomName(room) })}
        </Button>
      ))}
    </section>
  );
}
