import { Button } from '@mantine/core';
import type { LiveView } from '@multaqa/shared/facilitate/breakouts/breakouts.view';
import { plenaryOf, type RoomId } from '@multaqa/shared/kernel/ids';
import { ClusterMark } from '../../design/ClusterMark.tsx';
import { useBreakoutName } from '../../dialogue/rooms.ts';
import { useCommand, useMay, useView } from '../../dialogue/use-dialogue.ts';
import { AskToMove } from './AskToMove.tsx';
import styles from './breakouts.module.css';
import { HelpRequest } from './HelpRequest.tsx';
import { Prepared } from './Prepared.tsx';
import { Results } from './Results.tsx';
import { useText } from './texts.ts';
import { useInside } from './use-live.ts';

/** The room one is in: its task, what it brings back, and the ways to hosts and to other rooms. */
export function InsideRoom({ live, room }: { live: LiveView; room: RoomId }) {
  const text = useText();
  const may = useMay();
  const send = useCommand();
  const nameOf = useBreakoutName();
  const inside = useInside();
  const card = live.rooms.find(one => one.room === room);
  if (!card || !inside) return null;
  const { session } = live;
  return (
    <section className={styles.inside}>
      <h2 className={styles.roomName}>
        <ClusterMark mark={card.mark} size={20} />
        <bdi>{nameOf(card)}</bdi>
      </h2>
      <Roles {...card.roles} />
      <Prepared prepared={inside.prepared} />
      <Results room={room} results={inside.results} />
      {may('breakouts.help', { room }) && <HelpRequest room={room} help={inside.help} />}
      {may('breakouts.ask', { room }) && !may('breakouts.move') && <AskToMove live={live} room={room} />}
      {live.plenary === 'open' && !may('breakouts.move') && (
        <Button variant="default" onClick={() => void send('breakouts.enter', { session, room: plenaryOf(session) })}>
          {text('breakouts.to-plenary')}
        </Button>
      )}
    </section>
  );
}

type RolesProps = { facilitator?: string | undefined; 'note-taker'?: string | undefined };

/** Who facilitates here and who takes notes. */
function Roles({ facilitator, 'note-taker': noteTaker }: RolesProps) {
  const text = useText();
  const people = useView(view => view.people);
  const named = (['facilitator', 'note-taker'] as const).flatMap(role => {
    const person = role === 'facilitator' ? facilitator : noteTaker;
    return person ? [{ role, name: people[person]?.name ?? text('common.nameless') }] : [];
  });
  if (named.length === 0) return null;
  return (
    <ul className={styles.roles}>
      {named.map(({ role, name }) => (
        <li key={role}>
          <bdi>{name}</bdi> <span className={styles.quiet}>{text(`roles.${role}`)}</span>
        </li>
      ))}
    </ul>
  );
}
