import { Button } from '@mantine/core';
import type { GroupingView } from '@multaqa/shared/facilitate/breakouts/breakouts.view';
import { Link } from 'react-router';
import { EmptyState } from '../../design/EmptyState.tsx';
import { useDialogue } from '../../dialogue/DialogueProvider.tsx';
import { useCommand, useMay, useView } from '../../dialogue/use-dialogue.ts';
import styles from './breakouts.module.css';
import { groupingsOf } from './groupings.ts';
import { useText } from './texts.ts';

/** For hosts: the groupings of this session, each opened with one click; its results once it was open. */
export function GroupingList({ session }: { session: string }) {
  const text = useText();
  const { id } = useDialogue();
  const all = useView(({ breakouts }) => breakouts.plan?.groupings ?? none);
  const groupings = groupingsOf(all, session);
  const to = `/d/${id}/sessions/${session}/rooms`;
  const prepare = (
    <Button component={Link} to={to} variant="default">
      {text('breakouts.prepare')}
    </Button>
  );
  if (groupings.length === 0)
    return (
      <EmptyState title={text('breakouts.none')} text={text('breakouts.none.text')}>
        {prepare}
      </EmptyState>
    );
  return (
    <section>
      <ul className={styles.groupings}>
        {groupings.map(one => (
          <Grouping key={one.grouping} of={one} />
        ))}
      </ul>
      {prepare}
    </section>
  );
}

const none: { readonly [grouping: string]: GroupingView } = {};

function Grouping({ of }: { of: GroupingView }) {
  const text = useText();
  const may = useMay();
  const send = useCommand();
  const { session, grouping, rooms, places, runs } = of;
  const isShown = useView(({ breakouts }) => breakouts.harvests[session]?.grouping === grouping);
  return (
    <li className={styles.grouping}>
      <div className={styles.who}>
        <bdi className={styles.name}>{of.title}</bdi>
        <span className={styles.quiet}>
          {text('breakouts.rooms-count', { count: rooms.length })} ·{' '}
          {text('places.people', { count: Object.keys(places).length })}
        </span>
      </div>
      <div className={styles.steps}>
        {runs.length > 0 && may('breakouts.harvest') && (
          <Button
            variant="default"
            onClick={() => void send('breakouts.harvest', { session, grouping: isShown ? null : grouping, room: null })}
          >
            {text(isShown ? 'breakouts.harvest.end' : 'breakouts.harvest')}
          </Button>
        )}
        <Button
          variant={runs.length > 0 ? 'default' : 'filled'}
          disabled={rooms.length === 0}
          onClick={() => void send('breakouts.open', { session, grouping })}
        >
          {text(runs.length > 0 ? 'breakouts.open-again' : 'breakouts.open')}
        </Button>
      </div>
    </li>
  );
}
