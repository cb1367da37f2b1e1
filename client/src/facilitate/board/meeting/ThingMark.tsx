import { VisuallyHidden } from '@mantine/core';
import type { Thing } from '@multaqa/shared/facilitate/board/scene/thing';
import IconFlag from '@tabler/icons-react/dist/esm/icons/IconFlag.mjs';
import IconLock from '@tabler/icons-react/dist/esm/icons/IconLock.mjs';
import { Icon } from '../../../design/Icon.tsx';
import { useMeeting } from './meeting.ts';
import { afterTap } from './results.ts';
import styles from './ThingMark.module.css';
import { useText } from './texts.ts';
import { useDots } from './use-dots.ts';
import { useRoomBoard } from './use-room-board.ts';
import { WhoWrote } from './WhoWrote.tsx';

/** What stands at a thing on the board, over its lower edge. */
export const ThingMark = ({ thing }: { thing: Thing }) => (
  <span className={styles.atThing}>
    <Marks thing={thing} />
  </span>
);

/** The same in a row of a list. */
export const RowMark = ({ thing }: { thing: Thing }) => (
  <span className={styles.inRow}>
    <Marks thing={thing} />
  </span>
);

/** That hosts have locked it, what was made of it, whose it is, and its dots. */
function Marks({ thing }: { thing: Thing }) {
  const text = useText();
  const { room, namesAreShown } = useMeeting();
  const { locked } = useRoomBoard(room);
  return (
    <>
      {locked.includes(thing.id) && (
        <span className={styles.sign} title={text('meeting.locked')}>
          <Icon of={IconLock} size={16} />
          <VisuallyHidden>{text('meeting.locked')}</VisuallyHidden>
        </span>
      )}
      {thing.outcome !== null && (
        <span className={styles.sign} title={text('meeting.outcome.made')}>
          <Icon of={IconFlag} size={16} />
          <VisuallyHidden>{text('meeting.outcome.made')}</VisuallyHidden>
        </span>
      )}
      {namesAreShown && <WhoWrote thing={thing} />}
      <Dots thing={thing} />
    </>
  );
}

function Dots({ thing }: { thing: Thing }) {
  const text = useText();
  const { room } = useMeeting();
  const { vote } = useRoomBoard(room);
  const dots = useDots(thing);
  const counted = vote?.status === 'counted' ? vote.result[thing.id] : undefined;
  if (counted)
    return (
      <span className={styles.counted}>
        {counted.dots}
        <VisuallyHidden>{text('meeting.dots', { count: counted.dots })}</VisuallyHidden>
      </span>
    );
  if (!dots) return null;
  const { own, most, left, set } = dots;
  return (
    <button
      type="button"
      className={styles.dots}
      data-given={own > 0}
      aria-label={text('meeting.give', { dots: text('meeting.dots', { count: own }) })}
      // The finger that gives a dot chooses and moves nothing.
      data-own
      onClick={() => set(afterTap(own, most, left))}
    >
      {own > 0 ? '●'.repeat(Math.min(own, 5)) : '○'}
      {own > 5 && <b>{own}</b>}
    </button>
  );
}
