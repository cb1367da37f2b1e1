import type { Seat } from '@multaqa/shared/facilitate/sessions/sessions.state';
import type { CSSProperties } from 'react';
import { Avatar } from '../../design/Avatar.tsx';
import { coloursOf } from '../../design/person-colours.ts';
import { useView } from '../../dialogue/use-dialogue.ts';
import { VideoTrack } from '../../facilitate/media/receiving/VideoTrack.tsx';
import { useCountryName } from '../../people/countries.ts';
import type { RoomScene } from './room-scene.ts';
import styles from './Tile.module.css';
import { DeviceMarks, NetworkMark, TileWords } from './TileMarks.tsx';
import { TileTools } from './TileTools.tsx';
import { useText } from './texts.ts';

export type TileSize = 'stage' | 'grid' | 'strip';
type Props = { person: string; seat: Seat; scene: RoomScene; size: TileSize; face?: number };

const faces: Record<TileSize, number> = { stage: 120, grid: 88, strip: 52 };

/** One person: their picture or their initials, their name and town, and how they are here. */
export function Tile({ person, seat, scene, size, face = faces[size] }: Props) {
  const text = useText();
  const countryName = useCountryName();
  const card = useView(view => view.people[person]);
  const { media, me, spotlight, pinned } = scene;
  const isMe = person === me;
  const name = isMe ? text('common.you') : (card?.name ?? text('common.nameless'));
  const [deep, light] = coloursOf(person);
  const stream = media.streams.get(person);
  const picture = isMe ? media.localVideo : stream && !stream.videoPaused ? stream.video : null;
  const place = size === 'stage' ? [card?.municipality, countryName(card?.country ?? '')] : [card?.municipality];
  return (
    <figure
      className={styles.tile}
      data-size={size}
      data-speaking={media.activeSpeakers.includes(person)}
      data-lit={spotlight.includes(person)}
      data-pinned={pinned === person}
      style={{ '--deep': deep, '--light': light } as CSSProperties}
    >
      {picture ? (
        <VideoTrack track={picture} isMirrored={isMe} />
      ) : (
        <span className={styles.face}>
          <Avatar id={person} name={card?.name ?? name} size={face} />
        </span>
      )}
      <span className={styles.state}>
        <NetworkMark person={person} seat={seat} scene={scene} isSmall={size === 'strip'} />
      </span>
      <figcaption className={styles.caption}>
        <DeviceMarks person={person} scene={scene} isSmall={size === 'strip'} />
        <bdi className={styles.name}>{name}</bdi>
        <bdi className={styles.town}>{place.filter(Boolean).join(text('common.comma'))}</bdi>
        <TileWords person={person} scene={scene} />
      </figcaption>
      <TileTools person={person} name={name} scene={scene} />
    </figure>
  );
}
