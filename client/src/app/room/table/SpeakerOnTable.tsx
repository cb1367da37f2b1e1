import type { CSSProperties } from 'react';
import { Avatar } from '../../../design/Avatar.tsx';
import { PersonClusterMark } from '../../../dialogue/PersonCluster.tsx';
import { type Participant, useRoom } from '../../../dialogue/room.ts';
import { useMe, useView } from '../../../dialogue/use-dialogue.ts';
import { VideoTrack } from '../../../facilitate/media/receiving/VideoTrack.tsx';
import { useCountryName } from '../../../people/countries.ts';
import { useMoments } from '../../../platform/moments.ts';
import type { Box } from '../layouts/grid.ts';
import { useText } from '../texts.ts';
import { usePersonVideo } from '../use-person-video.ts';
import { faceIn } from './face.ts';
import styles from './SpeakerOnTable.module.css';
import { TurnRing } from './TurnRing.tsx';
import { useTurn } from './use-turn.ts';

/** Whoever speaks, or whom one looks at: large, with name, town and how long they have been speaking. */
export function SpeakerOnTable({ participant: [person], box }: { participant: Participant; box: Box }) {
  const text = useText();
  const moments = useMoments();
  const countryName = useCountryName();
  const isMe = useMe().person === person;
  const card = useView(view => view.people[person]);
  const { pinned } = useRoom();
  const video = usePersonVideo(person, isMe);
  const { seconds, whole, isSpeaking } = useTurn(person);
  const known = card?.name ?? text('common.nameless');
  const place = [card?.municipality, countryName(card?.country ?? '')].filter(Boolean);
  const face = faceIn(box, video !== null ? 'picture' : 'initials');
  const style = { '--face-width': `${face.width}px`, '--face-height': `${face.height}px` } as CSSProperties;
  return (
    <figure
      className={styles.speaker}
      style={style}
      data-speaking={isSpeaking}
      data-form={face.form}
      data-words={face.words}
    >
      <span className={styles.face}>
        {video ? (
          <VideoTrack track={video} isMirrored={isMe} />
        ) : (
          <Avatar id={person} name={known} size={face.height} />
        )}
        <TurnRing face={face} part={partOf(seconds, whole)} isRound={face.form === 'disc'} />
      </span>
      <figcaption className={styles.words}>
        <bdi className={styles.name}>{isMe ? text('common.you') : known}</bdi>
        <span className={styles.place}>
          <span className={styles.town}>
            <PersonClusterMark person={person} size={16} /> <bdi>{place.join(text('common.comma'))}</bdi>
          </span>
          {seconds > 0 && (
            <span className={styles.time}>
              {whole === null
                ? moments.clock(seconds * 1_000)
                : text('room.turn', { time: moments.clock(seconds * 1_000), whole: moments.clock(whole * 1_000) })}
            </span>
          )}
          {pinned === person && <span>{text('room.pinned')}</span>}
        </span>
      </figcaption>
    </figure>
  );
}

const minute = 60;

/** How full the ring is: a turn with an end fills it once, one of any length once a minute. */
const partOf = (seconds: number, whole: number | null): number =>
  whole === null ? (seconds % minute) / minute : Math.min(1, seconds / whole);
