import { useElementSize } from '@mantine/hooks';
import type { OpenSession, Seat } from '@multaqa/shared/facilitate/sessions/sessions.state';
import { isLobby } from '@multaqa/shared/kernel/ids';
import { useMe, useView } from '../../dialogue/use-dialogue.ts';
import type { Media } from '../../facilitate/media/media-state.ts';
import { WaitingNotice } from '../../facilitate/sessions/WaitingList.tsx';
import { useText } from '../../platform/languages.ts';
import styles from './Stage.module.css';
import { Tile } from './Tile.tsx';
import { useSpeaker } from './use-speaker.ts';

type Props = { session: OpenSession; media: Media; onSeePeople(): void };

const tileWidth = 168;

/** One person large, the others in a strip that never scrolls: who does not fit is one click away. */
export function Stage({ session, media, onSeePeople }: Props) {
  const text = useText();
  const me = useMe();
  const people = useView(view => view.people);
  const { ref, width } = useElementSize();
  const seats = Object.entries(session.seats)
    .filter(([, { room }]) => !isLobby(room))
    .sort(([, a], [, b]) => a.since - b.since);
  const isHost = (person: string) => ['organiser', 'facilitator'].includes(people[person]?.role ?? '');
  const connected = seats.filter(([, { lostAt }]) => lostAt === null);
  const speaker = useSpeaker(
    media.speaking,
    connected.map(([person]) => person),
    { me: me.person, isHost },
  );
  const large = seats.find(([person]) => person === speaker);
  const others = meFirst(
    seats.filter(([person]) => person !== speaker),
    me.person,
  );
  const fits = Math.max(2, Math.floor((width || 600) / tileWidth));
  const shown = others.length > fits ? others.slice(0, fits - 1) : others;
  const more = others.length - shown.length;
  return (
    <div className={styles.stage}>
      <WaitingNotice onSee={onSeePeople} />
      <div className={styles.large}>
        {large && <Tile person={large[0]} seat={large[1]} media={media} size="stage" />}
        {seats.length === 1 && <p className={styles.alone}>{text('room.alone')}</p>}
      </div>
      <ul className={styles.strip} ref={ref} data-empty={others.length === 0} aria-label={text('room.others')}>
        {shown.map(([person, seat]) => (
          <li key={person}>
            <Tile person={person} seat={seat} media={media} size="strip" />
          </li>
        ))}
        {more > 0 && (
          <li>
            <button type="button" className={styles.more} onClick={onSeePeople}>
              {text('room.more-people', { count: more })}
            </button>
          </li>
        )}
      </ul>
    </div>
  );
}

const meFirst = (seats: [string, Seat][], me: string): [string, Seat][] => [
  ...seats.filter(([person]) => person === me),
  ...seats.filter(([person]) => person !== me),
];
