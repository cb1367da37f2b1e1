import type { Seat } from '@multaqa/shared/facilitate/sessions/sessions.state';
import type { CSSProperties } from 'react';
import { Avatar } from '../../design/Avatar.tsx';
import { coloursOf } from '../../design/person-colours.ts';
import { useMe, useServerClock, useView } from '../../dialogue/use-dialogue.ts';
import type { Media } from '../../facilitate/media/media-state.ts';
import { VideoTrack } from '../../facilitate/media/VideoTrack.tsx';
import { PresenceMark } from '../../facilitate/sessions/PresenceMark.tsx';
import { useTick } from '../../facilitate/sessions/use-tick.ts';
import { useCountryName } from '../../people/countries.ts';
import { useText } from '../../platform/languages.ts';
import styles from './Tile.module.css';

type Props = { person: string; seat: Seat; media: Media; size: 'stage' | 'strip' };

/** One person: their picture or their initials, their name and town, and whether they speak. */
export function Tile({ person, seat, media, size }: Props) {
  const text = useText();
  const me = useMe();
  const now = useServerClock();
  const countryName = useCountryName();
  useTick(seat.lostAt === null ? null : 5_000);
  const card = useView(view => view.people[person]);
  const isMe = person === me.person;
  const name = isMe ? text('people.you') : (card?.name ?? text('people.nameless'));
  const [deep, light] = coloursOf(person);
  const stream = media.streams.get(person);
  const picture = isMe ? media.selfVideo : stream && !stream.videoPaused ? stream.video : null;
  const isSpeaking = media.speaking.includes(person);
  const place = size === 'stage' ? [card?.municipality, countryName(card?.country ?? '')] : [card?.municipality];
  return (
    <figure
      className={styles.tile}
      data-size={size}
      data-speaking={isSpeaking}
      style={{ '--deep': deep, '--light': light } as CSSProperties}
    >
      {picture ? (
        <VideoTrack track={picture} isMirrored={isMe} />
      ) : (
        <span className={styles.face}>
          <Avatar id={person} name={card?.name ?? name} size={size === 'stage' ? 120 : 52} />
        </span>
      )}
      <span className={styles.state}>
        <PresenceMark seat={seat} now={now()} />
      </span>
      <figcaption className={styles.caption}>
        <bdi className={styles.name}>{name}</bdi>
        <bdi className={styles.town}>{place.filter(Boolean).join(text('design.comma'))}</bdi>
        {isSpeaking && <span className={styles.hidden}>{text('room.speaking')}</span>}
      </figcaption>
    </figure>
  );
}
