import { useDraggable } from '@dnd-kit/core';
import { Checkbox } from '@mantine/core';
import IconAlertTriangle from '@tabler/icons-react/dist/esm/icons/IconAlertTriangle.mjs';
import IconClock from '@tabler/icons-react/dist/esm/icons/IconClock.mjs';
import IconGripVertical from '@tabler/icons-react/dist/esm/icons/IconGripVertical.mjs';
import { memo, type ReactNode } from 'react';
import { Icon } from '../Icon.tsx';
import { MenuOnDemand } from '../MenuOnDemand.tsx';
import type { Look, Member } from './board.ts';
import styles from './MemberCard.module.css';
import { MoveEntries } from './MoveEntries.tsx';
import type { Moving } from './moving.ts';
import { useText } from './texts.ts';

type Props = {
  member: Member;
  column: string;
  isChosen: boolean;
  isOpened: boolean;
  isOnTheWay: boolean;
  /** What this person breaks here, in words; empty for nothing. */
  breaks: string;
  moving: Moving | null;
  onLook: ((person: string, how: Look) => void) | null;
};

/** One person on the board: who they are, what they break here, and the ways to move them. */
export const MemberCard = memo(function MemberCard(props: Props) {
  const { member, moving } = props;
  return moving ? <Draggable {...props} moving={moving} /> : <Face {...props} person={member.person} />;
});

function Draggable(props: Props & { moving: Moving }) {
  const text = useText();
  const { member, column, isChosen, moving } = props;
  const { attributes, listeners, setNodeRef, setActivatorNodeRef, isDragging } = useDraggable({
    id: member.person,
    data: { column },
  });
  const { onKeyDown, ...pointer } = (listeners ?? {}) as Record<string, (event: unknown) => void>;
  return (
    <div ref={setNodeRef} className={styles.draggable} data-dragging={isDragging} {...pointer}>
      <Face
        {...props}
        person={member.person}
        before={
          <Before member={member} moving={moving} isChosen={isChosen}>
            <button
              {...attributes}
              ref={setActivatorNodeRef}
              type="button"
              className={styles.grip}
              aria-label={text('board.drag', { name: member.name })}
              onKeyDown={onKeyDown}
            >
              <Icon of={IconGripVertical} size={18} />
            </button>
          </Before>
        }
        after={
          <MenuOnDemand className={styles.menu} label={text('board.move-person', { name: member.name })}>
            <MoveEntries from={column} onMove={to => moving.onMove(member.person, to)} />
          </MenuOnDemand>
        }
      />
    </div>
  );
}

type BeforeProps = { member: Member; moving: Moving; isChosen: boolean; children: ReactNode };

/** What a card has at its beginning; `children` is the grip. */
function Before({ member, moving, isChosen, children }: BeforeProps) {
  const text = useText();
  if (moving.by === 'menu') return null;
  if (moving.by === 'grip') return children;
  return (
    <Checkbox
      className={styles.box ?? ''}
      aria-label={text('board.choose', { name: member.name })}
      checked={isChosen}
      onChange={() => moving.onChoose(member.person)}
    />
  );
}

type FaceProps = Pick<Props, 'member' | 'isChosen' | 'isOpened' | 'isOnTheWay' | 'breaks' | 'onLook'> & {
  person: string;
  before?: ReactNode;
  after?: ReactNode;
};

/** How a card looks, wherever it is; while it is carried it has nothing to press. */
export function Face({ member, person, isChosen, isOpened, isOnTheWay, breaks, onLook, before, after }: FaceProps) {
  const text = useText();
  return (
    <article
      className={styles.card}
      data-person={person}
      data-chosen={isChosen}
      data-opened={isOpened}
      data-breaks={breaks !== ''}
    >
      {before}
      <Who person={person} onLook={onLook}>
        <span className={styles.name}>
          <bdi>{member.name}</bdi>
          {isOnTheWay && (
            <span className={styles.way} role="img" aria-label={text('board.on-the-way')}>
              <Icon of={IconClock} size={14} />
            </span>
          )}
        </span>
        <span className={styles.more}>
          {member.town && (
            <>
              <bdi>{member.town}</bdi> ·{' '}
            </>
          )}
          {member.languages}
        </span>
      </Who>
      {after}
      {breaks && (
        <p className={styles.breaks}>
          <Icon of={IconAlertTriangle} size={16} />
          <span>{breaks}</span>
        </p>
      )}
    </article>
  );
}

/** The name of a card; where more is told of people, it is a button for that. */
function Who({ person, onLook, children }: Pick<FaceProps, 'person' | 'onLook'> & { children: ReactNode }) {
  if (!onLook) return <div className={styles.who}>{children}</div>;
  return (
    <button
      type="button"
      className={styles.who}
      // A key has no clicks to count.
      onClick={event => onLook(person, event.detail === 0 ? 'open-by-key' : 'open')}
      onMouseEnter={() => onLook(person, 'glance')}
      onFocus={() => onLook(person, 'glance')}
    >
      {children}
    </button>
  );
}
