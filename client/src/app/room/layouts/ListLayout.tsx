import { useRef } from 'react';
import { Avatar } from '../../../design/Avatar.tsx';
import { useView } from '../../../dialogue/use-dialogue.ts';
import { useCountryName } from '../../../people/countries.ts';
import type { Present } from '../company.ts';
import type { RoomScene } from '../room-scene.ts';
import { DeviceMarks, NetworkMark, TileWords } from '../TileMarks.tsx';
import { useText } from '../texts.ts';
import styles from './ListLayout.module.css';
import { useWatch } from './use-watch.ts';

/** Everybody by name and town, without a single picture: for lines that carry little. */
export function ListLayout({ scene }: { scene: RoomScene }) {
  const text = useText();
  const layout = useRef<HTMLUListElement>(null);
  useWatch(scene.media.showVideos, layout, []);
  return (
    <ul className={styles.list} ref={layout} aria-label={text('room.everybody')}>
      {scene.present.map(one => (
        <Row key={one[0]} present={one} scene={scene} />
      ))}
    </ul>
  );
}

function Row({ present: [person, seat], scene }: { present: Present; scene: RoomScene }) {
  const text = useText();
  const countryName = useCountryName();
  const card = useView(view => view.people[person]);
  const known = card?.name ?? text('common.nameless');
  const name = person === scene.me ? text('common.you') : known;
  const place = [card?.municipality, countryName(card?.country ?? '')].filter(Boolean);
  return (
    <li className={styles.row} data-speaking={scene.media.activeSpeakers.includes(person)}>
      <Avatar id={person} name={known} size={40} />
      <span className={styles.who}>
        <bdi className={styles.name}>{name}</bdi>
        <bdi className={styles.town}>{place.join(text('common.comma'))}</bdi>
        <TileWords person={person} scene={scene} />
      </span>
      <NetworkMark person={person} seat={seat} scene={scene} />
      <span className={styles.marks}>
        <DeviceMarks person={person} scene={scene} hasPicture={false} />
      </span>
    </li>
  );
}
