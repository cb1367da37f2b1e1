import { useRoom } from '../../dialogue/room.ts';
import styles from './AboveStage.module.css';
import { useFloating } from './floating.ts';
import { faces } from './pictures.ts';
import { SignPills } from './SignPills.tsx';
import { useText } from './texts.ts';

/** What the room shows without a word: reactions for a moment, signs for as long as they stand. */
export function AboveStage() {
  return (
    <>
      <Faces />
      <SignPills />
    </>
  );
}

/** Each reaction once, however many show it; it comes and goes, and screen readers are not told of it by itself. */
function Faces() {
  const text = useText();
  const { room } = useRoom();
  const shown = useFloating(room);
  if (shown.length === 0) return null;
  return (
    <ul className={styles.faces} aria-live="off">
      {shown.map(({ reaction, count }) => (
        <li key={reaction} className={styles.face}>
          <span aria-hidden="true">{faces[reaction]}</span>
          <span className={styles.count}>
            {text('reactions.times', { reaction: text(`reactions.reaction.${reaction}`), count })}
          </span>
          {count > 1 && (
            <b aria-hidden="true" className={styles.number}>
              {text('common.number', { number: count })}
            </b>
          )}
        </li>
      ))}
    </ul>
  );
}
