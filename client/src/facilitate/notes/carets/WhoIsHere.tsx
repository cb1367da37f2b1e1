import type { Editor } from '@tiptap/core';
import type { Awareness } from 'y-protocols/awareness';
import { Avatar } from '../../../design/Avatar.tsx';
import { useView } from '../../../dialogue/use-dialogue.ts';
import { useText } from '../editor/texts.ts';
import { useFollowing } from './use-following.ts';
import { useOthers } from './use-others.ts';
import styles from './WhoIsHere.module.css';

type Props = { editor: Editor; awareness: Awareness; me: string; noteTaker: string | null };

/** How many faces have room in a narrow panel. */
const faces = 3;

/** Who else has the notes open. Whoever is pressed is followed: the text scrolls along with their caret. */
export function WhoIsHere({ editor, awareness, me, noteTaker }: Props) {
  const text = useText();
  const others = useOthers(awareness, me);
  const { followed, follow } = useFollowing(editor, awareness);
  const people = useView(view => view.people);
  if (others.length === 0) return null;
  const sorted = [...others].sort((one, other) => Number(other === noteTaker) - Number(one === noteTaker));
  const more = sorted.length - faces;
  return (
    <ul className={styles.row} aria-label={text('here.label')}>
      {sorted.slice(0, faces).map(person => {
        const name = people[person]?.name || text('common.nameless');
        const words = text(person === noteTaker ? 'here.follow.note-taker' : 'here.follow', { name });
        return (
          <li key={person}>
            <button
              type="button"
              className={styles.face}
              data-note-taker={person === noteTaker || undefined}
              aria-pressed={followed === person}
              aria-label={words}
              title={words}
              onClick={() => follow(followed === person ? null : person)}
            >
              <Avatar id={person} name={name} size={28} />
            </button>
          </li>
        );
      })}
      {more > 0 && <li className={styles.more}>{text('here.more', { count: more })}</li>}
    </ul>
  );
}
