import { Button } from '@mantine/core';
import type { Turn } from '@multaqa/shared/facilitate/floor/floor.state';
import { Meter } from '../../design/Meter.tsx';
import { offerUndo } from '../../design/toasts.tsx';
import { useRoom } from '../../dialogue/room.ts';
import { useCommand, useMay, useMe, useServerClock } from '../../dialogue/use-dialogue.ts';
import { useTick } from '../../platform/use-tick.ts';
import styles from './Holder.module.css';
import { Person } from './Person.tsx';
import { TurnClock, useCue } from './TurnClock.tsx';
import { useText } from './texts.ts';
import { useNameOf } from './words.ts';

/** Who has the floor, large, with the time of their turn, and what they and the hosts can do with it. */
export function Holder({ turn }: { turn: Turn }) {
  const text = useText();
  const may = useMay();
  const { room } = useRoom();
  const isMine = useMe().person === turn.person;
  const cue = useCue(turn);
  const isHost = may('floor.take', { room });
  return (
    <section className={styles.card} data-cue={cue} aria-label={text('floor.holder')}>
      <Person
        person={turn.person}
        size="large"
        words={turn.away === null ? text(`floor.as.${turn.as}`) : text('floor.away')}
      />
      <div className={styles.clock}>
        {turn.seconds !== null && <Spent since={turn.since} seconds={turn.seconds} isLate={cue !== 'none'} />}
        <span className={styles.time}>
          <TurnClock turn={turn} />
        </span>
      </div>
      {cue !== 'none' && <p className={styles.cue}>{text(`floor.cue.${cue}`)}</p>}
      {(isMine || isHost) && (
        <div className={styles.ways}>
          {isMine && <OwnWays turn={turn} />}
          {isHost && <HostWays turn={turn} isMine={isMine} />}
        </div>
      )}
    </section>
  );
}

function Spent({ since, seconds, isLate }: { since: number; seconds: number; isLate: boolean }) {
  const now = useServerClock();
  useTick(1_000);
  return <Meter value={(now() - since) / (seconds * 1_000)} tone={isLate ? 'warning' : 'accent'} />;
}

function OwnWays({ turn: { turn, as } }: { turn: Turn }) {
  const text = useText();
  const send = useCommand();
  const { room } = useRoom();
  return (
    <>
      <Button onClick={() => void send('floor.done', { room, turn })}>{text('floor.done')}</Button>
      {as === 'round' && (
        <Button variant="default" onClick={() => void send('floor.pass', { room, turn })}>
          {text('floor.pass')}
        </Button>
      )}
    </>
  );
}

const additions = [30, 60] as const;

function HostWays({ turn: { turn, person, seconds }, isMine }: { turn: Turn; isMine: boolean }) {
  const text = useText();
  const send = useCommand();
  const nameOf = useNameOf();
  const { room } = useRoom();
  const take = async () => {
    const ack = await send('floor.take', { room, turn });
    if (!ack.ok) return;
    offerUndo({
      message: text('floor.taken', { name: nameOf(person) }),
      label: text('floor.give-back'),
      undo: () => void send('floor.give', { room, person }),
    });
  };
  return (
    <>
      {seconds !== null &&
        additions.map(more => (
          <Button key={more} variant="default" onClick={() => void send('floor.extend', { room, turn, seconds: more })}>
            {text(`floor.extend.${more}`)}
          </Button>
        ))}
      {!isMine && (
        <Button variant="default" onClick={() => void take()}>
          {text('floor.take')}
        </Button>
      )}
    </>
  );
}
