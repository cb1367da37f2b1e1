import { VisuallyHidden } from '@mantine/core';
import { type CSSProperties, memo, type ReactNode } from 'react';
import { Avatar } from '../../../design/Avatar.tsx';
import { PersonClusterMark } from '../../../dialogue/PersonCluster.tsx';
import { useRoom } from '../../../dialogue/room.ts';
import { useMe } from '../../../dialogue/use-dialogue.ts';
import { useRoomMedia } from '../../../facilitate/media/host/room-media.ts';
import { VideoTrack } from '../../../facilitate/media/receiving/VideoTrack.tsx';
import { useMediaState } from '../../../facilitate/media/use-media.ts';
import { SeatMarks, SeatStates } from '../SeatMarks.tsx';
import { useText } from '../texts.ts';
import { usePersonVideo } from '../use-person-video.ts';
import type { Seated } from './arrange.ts';
import type { Sitter } from './sitting.ts';
import styles from './TableSeat.module.css';

type Props = {
  seated: Seated;
  /** The form of the name that there is room for. */
  label: string;
  /** How large the disc is, in CSS px. */
  disc: number;
  lines: 0 | 1 | 2;
  isOpen: boolean;
  tabIndex: 0 | -1;
  onOpen(sitter: Sitter): void;
};

/** One seat: a face, a name, a town, and what is to be known of them. When its person speaks, this seat alone is drawn again. */
export const TableSeat = memo(Seat, (before, now) => {
  const { seated: a, ...rest } = before;
  const { seated: b, ...others } = now;
  return (Object.keys(others) as (keyof typeof others)[]).every(key => rest[key] === others[key]) && isSame(a, b);
});

/** Whether two seats show the same; each change of the room makes new objects around their people. */
function isSame(a: Seated, b: Seated): boolean {
  const those = b.sitter.people;
  return (
    a.names.name === b.names.name &&
    a.face === b.face &&
    a.town === b.town &&
    a.sitter.people.length === those.length &&
    a.sitter.people.every(([person, seat], at) => person === those[at]?.[0] && seat === those[at]?.[1])
  );
}

function Seat({ seated, label, disc, lines, isOpen, tabIndex, onOpen }: Props) {
  const { sitter, names, town } = seated;
  const { name } = names;
  const isSpeaking = useMediaState(({ activeSpeakers }) =>
    sitter.people.some(([person]) => activeSpeakers.includes(person)),
  );
  const [first] = sitter.people;
  const isLost = sitter.kind === 'person' && first !== undefined && first[1].lostAt !== null;
  return (
    <button
      type="button"
      className={styles.seat}
      data-seat={sitter.key}
      data-speaking={isSpeaking}
      data-lost={isLost}
      data-kind={sitter.kind}
      tabIndex={tabIndex}
      aria-haspopup={sitter.kind === 'person' ? 'menu' : undefined}
      aria-expanded={sitter.kind === 'person' ? isOpen : undefined}
      aria-description={label === name ? undefined : name}
      style={{ '--disc': `${disc}px` } as CSSProperties}
      onClick={() => onOpen(sitter)}
    >
      <span className={styles.disc}>
        {sitter.kind === 'person' && first ? (
          <Face person={sitter.key} name={seated.face} size={disc} />
        ) : (
          <TownFace town={name} count={sitter.people.length} size={disc} />
        )}
        {sitter.kind === 'person' && (
          <span className={styles.cluster}>
            <PersonClusterMark person={sitter.key} size={Math.round(Math.min(18, Math.max(12, disc * 0.3)))} />
          </span>
        )}
        {sitter.kind === 'person' && first && (
          <span className={styles.marks}>
            <SeatMarks person={first[0]} seat={first[1]} size="seat" />
          </span>
        )}
      </span>
      <Words name={name} label={label} town={town} lines={lines} isSpeaking={isSpeaking}>
        {sitter.kind === 'person' && first && <SeatStates person={first[0]} seat={first[1]} size="seat" />}
      </Words>
    </button>
  );
}

function Face({ person, name, size }: { person: string; name: string; size: number }) {
  const isMe = useMe().person === person;
  const { pinned } = useRoom();
  const { spotlight } = useRoomMedia();
  const video = usePersonVideo(person, isMe);
  return (
    <span className={styles.face} data-pinned={pinned === person} data-lit={spotlight.includes(person)}>
      {video ? <VideoTrack track={video} isMirrored={isMe} /> : <Avatar id={person} name={name} size={size} />}
    </span>
  );
}

function TownFace({ town, count, size }: { town: string; count: number; size: number }) {
  const text = useText();
  return (
    <span className={styles.face}>
      <Avatar id={town} name={text('common.number', { number: count })} size={size} />
    </span>
  );
}

type WordsProps = {
  name: string;
  label: string;
  town: string;
  lines: 0 | 1 | 2;
  isSpeaking: boolean;
  children: ReactNode;
};

/** What stands below a face, and what a screen reader says of it where there is no room for it. */
function Words({ name, label, town, lines, isSpeaking, children }: WordsProps) {
  const text = useText();
  const comma = text('common.comma');
  return (
    <span className={styles.words} data-lines={lines}>
      {lines > 0 ? <bdi className={styles.name}>{label}</bdi> : <VisuallyHidden>{name}</VisuallyHidden>}
      {lines === 2 ? (
        <span className={styles.below}>
          <bdi className={styles.town}>{town}</bdi>
          <span className={styles.state}>{children}</span>
        </span>
      ) : (
        <VisuallyHidden>
          {comma}
          {town}
        </VisuallyHidden>
      )}
      {isSpeaking && (
        <VisuallyHidden>
          {comma}
          {text('room.speaking')}
        </VisuallyHidden>
      )}
    </span>
  );
}
