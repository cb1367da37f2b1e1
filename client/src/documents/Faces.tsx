import { Avatar } from '../design/Avatar.tsx';
import styles from './Faces.module.css';

/** Somebody who has a document open too; `words` say what a press does. `ring` marks whoever has a part of their own there. */
export type Face = { person: string; name: string; words: string; ring?: 'quiet' };

type Props = {
  label: string;
  faces: readonly Face[];
  /** How many of them have room. */
  room: number;
  /** Says how many more there are. */
  more(count: number): string;
  followed: string | null;
  onFollow(person: string | null): void;
};

/** Who else has a document open. Whoever is pressed is followed, until they are pressed again. */
export function Faces({ label, faces, room, more, followed, onFollow }: Props) {
  return (
    <ul className={styles.row} aria-label={label}>
      {faces.slice(0, room).map(({ person, name, words, ring }) => (
        <li key={person}>
          <button
            type="button"
            className={styles.face}
            data-ring={ring}
            aria-pressed={followed === person}
            aria-label={words}
            title={words}
            onClick={() => onFollow(followed === person ? null : person)}
          >
            <Avatar id={person} name={name} size={28} />
          </button>
        </li>
      ))}
      {faces.length > room && <li className={styles.more}>{more(faces.length - room)}</li>}
    </ul>
  );
}
