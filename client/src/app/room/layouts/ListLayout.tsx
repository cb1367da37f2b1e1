import { VisuallyHidden } from '@mantine/core';
import { useRef } from 'react';
import { Avatar } from '../../../design/Avatar.tsx';
import { type Participant, useRoom } from '../../../dialogue/room.ts';
import { useMe, useView } from '../../../dialogue/use-dialogue.ts';
import { useIsSpeaking } from '../../../facilitate/media/use-media.ts';
import { useCountryName } from '../../../people/countries.ts';
import { SeatMarks, SeatStates } from '../SeatMarks.tsx';
import { useText } from '../texts.ts';
import styles from './ListLayout.module.css';
import { useShownVideos } from './use-shown-videos.ts';

/** Everybody by name and town, without any video: for networks that carry little. */
export function ListLayout() {
  const text = useText();
  const { participants } = useRoom();
  const layout = useRef<HTMLUListElement>(null);
  useShownVideos(layout, []);
  return (
    <ul className={styles.list} ref={layout} aria-label={text('room.everybody')}>
      {participants.map(participant => (
        <Row key={participant[0]} participant={participant} />
      ))}
    </ul>
  );
}

function Row({ participant: [person, seat] }: { participant: Participant }) {
  const text = useText();
  const countryName = useCountryName();
  const me = useMe();
  const card = useView(view => view.people[person]);
  const isSpeaking = useIsSpeaking(person);
  const known = card?.name ?? text('common.nameless');
  const place = [card?.municipality, countryName(card?.country ?? '')].filter(Boolean);
  return (
    <li className={styles.row} data-speaking={isSpeaking}>
      <Avatar id={person} name={known} size={40} />
      <span className={styles.who}>
        <bdi className={styles.name}>{person === me.person ? text('common.you') : known}</bdi>
        <bdi className={styles.town}>{place.join(text('common.comma'))}</bdi>
        {isSpeaking && <VisuallyHidden>{text('room.speaking')}</VisuallyHidden>}
      </span>
      <SeatStates person={person} seat={seat} size="row" />
      <span className={styles.marks}>
        <SeatMarks person={person} seat={seat} size="row" />
      </span>
    </li>
  );
}
