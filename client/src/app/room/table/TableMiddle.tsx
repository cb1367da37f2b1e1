import { Button } from '@mantine/core';
import { plenaryOf } from '@multaqa/shared/kernel/ids';
import { CopyButton } from '../../../design/CopyButton.tsx';
import { type Participant, useRoom } from '../../../dialogue/room.ts';
import { useRoomName } from '../../../dialogue/rooms.ts';
import { useView } from '../../../dialogue/use-dialogue.ts';
import { useLive, useTask } from '../../../facilitate/breakouts/use-live.ts';
import type { Box } from '../layouts/grid.ts';
import { chooseLayout } from '../layouts/layout-choice.ts';
import { useText } from '../texts.ts';
import { useTownCount } from '../use-town-count.ts';
import { SpeakerOnTable } from './SpeakerOnTable.tsx';
import styles from './TableMiddle.module.css';

/** So many cameras are better seen as a grid. */
const manyCameras = 5;
/** From this height on, in CSS px, there is room for more than who speaks. */
const roomy = 230;

type Props = { lit: readonly Participant[]; cameras: number; box: Box };

/** What lies on the table: who speaks; before anybody has, what the session is for; for somebody who is alone, who is expected. */
export function TableMiddle({ lit, cameras, box }: Props) {
  const text = useText();
  const { participants } = useRoom();
  const isRoomy = box.height >= roomy;
  const offersGrid = cameras >= manyCameras && isRoomy;
  const room = { width: box.width / Math.max(1, lit.length), height: box.height - (offersGrid ? 48 : 0) };
  return (
    <div className={styles.middle} data-roomy={isRoomy}>
      {lit.length > 0 && (
        <div className={styles.people}>
          {lit.map(one => (
            <SpeakerOnTable key={one[0]} participant={one} box={room} />
          ))}
        </div>
      )}
      {lit.length === 0 && (participants.length === 1 ? <Alone /> : <Purpose />)}
      {offersGrid && (
        <Button variant="default" size="xs" radius="xl" onClick={() => chooseLayout('grid')}>
          {text('room.table.grid', { count: cameras })}
        </Button>
      )}
    </div>
  );
}

function Purpose() {
  const text = useText();
  const { session, room, participants } = useRoom();
  const roomName = useRoomName();
  const task = useTask();
  const { title, goal } = session.plan;
  const towns = useTownCount();
  const count = text('places.people', { count: participants.length });
  return (
    <div className={styles.words}>
      <p className={styles.title} dir="auto">
        {room === plenaryOf(session.session) ? goal || title : roomName(room)}
      </p>
      {task && (
        <p className={styles.task} dir="auto">
          {task}
        </p>
      )}
      <p className={styles.quiet}>
        {towns > 1
          ? text('room.table.here', { people: count, towns: text('room.table.towns', { count: towns }) })
          : count}
      </p>
    </div>
  );
}

function Alone() {
  const text = useText();
  const live = useLive();
  const { session, room } = useRoom();
  if (!live) return <First />;
  const isPlenary = room === plenaryOf(session.session);
  return (
    <div className={styles.words}>
      <p className={styles.title}>{text(isPlenary ? 'room.alone.plenary' : 'room.alone')}</p>
      <p className={styles.quiet}>{text(isPlenary ? 'room.alone.plenary.text' : 'room.alone.text')}</p>
    </div>
  );
}

function First() {
  const text = useText();
  const people = useView(view => view.people);
  const expected = Object.values(people).filter(({ status }) => status === 'active').length - 1;
  return (
    <div className={styles.words}>
      <p className={styles.title}>{text('room.first')}</p>
      {expected > 0 && (
        <p className={styles.quiet}>{text('room.expected', { people: text('places.people', { count: expected }) })}</p>
      )}
      <CopyButton value={window.location.href}>{text('room.table.copy-link')}</CopyButton>
    </div>
  );
}
