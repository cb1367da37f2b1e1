import { Button } from '@mantine/core';
import type { ShownAsk } from '@multaqa/shared/facilitate/floor/floor.view';
import { memo, useId, useState } from 'react';
import { Pill } from '../../design/Pill.tsx';
import { useRoom } from '../../dialogue/room.ts';
import { useMay, useMe } from '../../dialogue/use-dialogue.ts';
import { AskMenu } from './AskMenu.tsx';
import { Person } from './Person.tsx';
import styles from './Queue.module.css';
import { type Why, whyOf } from './standing.ts';
import { useText } from './texts.ts';
import { useFloor, useWithdraw } from './use-floor.ts';
import { useNameOf, useNth, useWait, useWhy } from './words.ts';

/** So many are drawn at once, and more when they are asked for: a queue may be of hundreds. */
const page = 50;

/** Who waits for the floor, in order, each with the place and its reason. */
export function Queue({ queue }: { queue: readonly ShownAsk[] }) {
  const text = useText();
  const heading = useId();
  const { person: me } = useMe();
  const [count, setCount] = useState(page);
  const shown = queue.slice(0, count);
  const rest = queue.slice(count);
  const own = rest.filter(({ person }) => person === me);
  return (
    <section aria-labelledby={heading}>
      <h2 id={heading} className={styles.title}>
        {text('floor.queue', { count: queue.length })}
      </h2>
      <ol className={styles.rows}>
        {shown.map((ask, place) => (
          <Row key={ask.item} ask={ask} place={place} {...whyOf(queue, ask.item)} />
        ))}
        {own.map(ask => (
          <Row key={ask.item} ask={ask} place={queue.indexOf(ask)} {...whyOf(queue, ask.item)} />
        ))}
      </ol>
      {rest.length > 0 && (
        <Button variant="subtle" onClick={() => setCount(count + page)}>
          {text('floor.queue.more', { count: rest.length })}
        </Button>
      )}
    </section>
  );
}

type RowProps = { ask: ShownAsk; place: number } & Why;

const Row = memo(function Row({ ask, place, why, count }: RowProps) {
  const text = useText();
  const may = useMay();
  const { room } = useRoom();
  const nth = useNth();
  const inWords = useWhy();
  const withdraw = useWithdraw();
  const isMine = useMe().person === ask.person;
  const isHost = may('floor.give', { room });
  const words = useWayWords(ask) ?? inWords({ why, count });
  return (
    <li className={styles.row} data-own={isMine} data-away={ask.away !== null} aria-current={isMine || undefined}>
      <Person person={ask.person} size="row" words={words}>
        <span className={styles.end}>
          <span className={styles.place}>{nth(place)}</span>
          {ask.away === null ? isMine && <OwnWait place={place} /> : <Pill tone="warning">{text('floor.away')}</Pill>}
        </span>
        {isHost && <AskMenu ask={ask} place={place} />}
      </Person>
      {isMine && (
        <Button variant="default" onClick={() => withdraw(ask.item)}>
          {text('floor.withdraw')}
        </Button>
      )}
    </li>
  );
});

function OwnWait({ place }: { place: number }) {
  return <span className={styles.wait}>{useWait(place)}</span>;
}

/** What somebody asks for besides a turn; null for a turn. */
function useWayWords({ as }: ShownAsk): string | null {
  const text = useText();
  const { room } = useRoom();
  const nameOf = useNameOf();
  const { holder } = useFloor(room);
  if (as === 'process') return text('floor.way.process');
  if (as === 'reply') return text('floor.replies', { name: nameOf(holder?.person ?? '') });
  return null;
}
