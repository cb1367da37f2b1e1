import IconPin from '@tabler/icons-react/dist/esm/icons/IconPin.mjs';
import IconPinnedOff from '@tabler/icons-react/dist/esm/icons/IconPinnedOff.mjs';
import { Icon } from '../../design/Icon.tsx';
import { useRoom } from '../../dialogue/room.ts';
import { PersonActions } from '../../facilitate/media/host/PersonActions.tsx';
import styles from './TileTools.module.css';
import { useText } from './texts.ts';

/** What one can do with a tile: look at this person, whoever speaks; and for hosts what they can do for them. */
export function TileTools({ person, name }: { person: string; name: string }) {
  const text = useText();
  const { pinned, pin, room, session } = useRoom();
  const isPinned = pinned === person;
  return (
    <span className={styles.tools} data-held={isPinned}>
      <button
        type="button"
        aria-pressed={isPinned}
        aria-label={text('room.pin', { name })}
        title={text(isPinned ? 'room.unpin' : 'room.pin.short')}
        onClick={() => pin(isPinned ? null : person)}
      >
        <Icon of={isPinned ? IconPinnedOff : IconPin} size={18} />
      </button>
      <PersonActions person={person} room={room} session={session.session} />
    </span>
  );
}
