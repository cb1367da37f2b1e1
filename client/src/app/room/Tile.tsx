import { VisuallyHidden } from '@mantine/core';
import { type CSSProperties, memo } from 'react';
import { Avatar } from '../../design/Avatar.tsx';
import { useColoursOf } from '../../design/colours.ts';
import { type Participant, useRoom } from '../../dialogue/room.ts';
import { useMe, useView } from '../../dialogue/use-dialogue.ts';
import { useRoomMedia } from '../../facilitate/media/host/room-media.ts';
import { VideoTrack } from '../../facilitate/media/receiving/VideoTrack.tsx';
import { useMediaState } from '../../facilitate/media/use-media.ts';
import { useCountryName } from '../../people/countries.ts';
import { SeatMarks, SeatStates } from './SeatMarks.tsx';
import styles from './Tile.module.css';
import { TileTools } from './TileTools.tsx';
import { useText } from './texts.ts';
import { usePersonVideo } from './use-person-video.ts';

export type TileSize = 'stage' | 'grid' | 'strip';
type Props = { participant: Participant; size: TileSize; face?: number };

const faces: Record<TileSize, number> = { stage: 120, grid: 88, strip: 52 };

/** One person: their video or their initials, their name and town, and how they are here. */
export const Tile = memo(function Tile({ participant: [person, seat], size, face = faces[size] }: Props) {
  const text = useText();
  const countryName = useCountryName();
  const card = useView(view => view.people[person]);
  const isMe = useMe().person === person;
  const { pinned } = useRoom();
  const { spotlight } = useRoomMedia();
  const video = usePersonVideo(person, isMe);
  const isSpeaking = useMediaState(({ activeSpeakers }) => activeSpeakers.includes(person));
  const name = isMe ? text('common.you') : (card?.name ?? text('common.nameless'));
  const [deep, light] = useColoursOf(person);
  const place = size === 'stage' ? [card?.municipality, countryName(card?.country ?? '')] : [card?.municipality];
  const isPinned = pinned === person;
  return (
    <figure
      className={styles.tile}
      data-size={size}
      data-speaking={isSpeaking}
      data-lit={spotlight.includes(person)}
      data-pinned={isPinned}
      style={{ '--deep': deep, '--light': light } as CSSProperties}
    >
      {video ? (
        <VideoTrack track={video} isMirrored={isMe} />
      ) : (
        <span className={styles.face}>
          <Avatar id={person} name={card?.name ?? name} size={face} />
        </span>
      )}
      <span className={styles.state}>
        <SeatStates person={person} seat={seat} size={size} />
      </span>
      <figcaption className={styles.caption}>
        <SeatMarks person={person} seat={seat} size={size} />
        <bdi className={styles.name}>{name}</bdi>
        <bdi className={styles.town}>{place.filter(Boolean).join(text('common.comma'))}</bdi>
        <VisuallyHidden>
          {tileWords({ isSpeaking, isPinned })
            .map(key => text(key))
            .join(text('common.comma'))}
        </VisuallyHidden>
      </figcaption>
      <TileTools person={person} name={name} />
    </figure>
  );
});

/** For screen readers: what the edges of a tile say. */
function tileWords({ isSpeaking, isPinned }: { isSpeaking: boolean; isPinned: boolean }) {
  return [...(isSpeaking ? (['room.speaking'] as const) : []), ...(isPinned ? (['room.pinned'] as const) : [])];
}
