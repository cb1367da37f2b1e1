import { Button, Menu } from '@mantine/core';
import type { LiveView } from '@multaqa/shared/facilitate/breakouts/breakouts.view';
import IconEar from '@tabler/icons-react/dist/esm/icons/IconEar.mjs';
import IconMessage from '@tabler/icons-react/dist/esm/icons/IconMessage.mjs';
import IconMessageCircle from '@tabler/icons-react/dist/esm/icons/IconMessageCircle.mjs';
import IconSpeakerphone from '@tabler/icons-react/dist/esm/icons/IconSpeakerphone.mjs';
import { useState } from 'react';
import { ClusterMark } from '../../../design/ClusterMark.tsx';
import { Icon } from '../../../design/Icon.tsx';
import { MenuOnDemand } from '../../../design/MenuOnDemand.tsx';
import { useRoom } from '../../../dialogue/room.ts';
import { useBreakoutName } from '../../../dialogue/rooms.ts';
import { useCommand, useMe, useView } from '../../../dialogue/use-dialogue.ts';
import { BroadcastDialog } from '../BroadcastDialog.tsx';
import { useText } from '../texts.ts';
import styles from './ControlRoom.module.css';
import { Languages } from './Languages.tsx';
import { NeedLine } from './NeedLine.tsx';
import { PersonRow } from './PersonRow.tsx';
import type { PersonNow, RoomNow } from './room-now.ts';

/** So many people are listed before the rest is a number, which opens. */
const few = 10;

/** One room as it is now, and what a host can do for it. */
export function RoomNowCard({ of, live, now }: { of: RoomNow; live: LiveView; now: number }) {
  const text = useText();
  const nameOf = useBreakoutName();
  const [isWhole, setWhole] = useState(false);
  const { card, people, need } = of;
  const shown = isWhole ? people : people.slice(0, few);
  const { lines } = useRoom();
  return (
    <article className={styles.card} data-need={need !== null && need.kind !== 'empty'} aria-label={nameOf(card)}>
      <h3 className={styles.name}>
        <ClusterMark mark={card.mark} size={18} />
        <bdi>{nameOf(card)}</bdi>
        <span className={styles.quiet}>{text('places.people', { count: people.length })}</span>
      </h3>
      {need && <NeedLine need={need} now={now} />}
      <ul className={styles.people}>
        {shown.map(({ person, voice, line, spoken }) => (
          <PersonRow key={person} {...{ person, voice, line, spoken, live, now }} mark={card.mark} />
        ))}
      </ul>
      {people.length > shown.length && (
        <Button variant="subtle" onClick={() => setWhole(true)}>
          {text('breakouts.more-people', { count: people.length - shown.length })}
        </Button>
      )}
      <p className={styles.lines}>
        {lines.map(({ name, Line }) => (
          <Line key={name} room={card.room} />
        ))}
        <Languages people={people.map(({ person }) => person)} />
        <Connections people={people} />
      </p>
      <Actions of={of} live={live} />
    </article>
  );
}

/** How the lines of a room are, in one word or two. */
function Connections({ people }: { people: readonly PersonNow[] }) {
  const text = useText();
  const weak = people.filter(({ line }) => line === 'weak').length;
  const away = people.filter(({ line }) => line === 'away').length;
  if (people.length === 0) return null;
  if (weak + away === 0) return <span className={styles.connected}>{text('breakouts.connected')}</span>;
  return (
    <span className={styles.troubled}>
      {[
        ...(away > 0 ? [text('breakouts.away', { count: away })] : []),
        ...(weak > 0 ? [text('breakouts.weak', { count: weak })] : []),
      ].join(text('common.comma'))}
    </span>
  );
}

function Actions({ of: { card, need }, live }: { of: RoomNow; live: LiveView }) {
  const text = useText();
  const send = useCommand();
  const me = useMe();
  const nameOf = useBreakoutName();
  const { session: open } = useRoom();
  const [isTelling, setTelling] = useState(false);
  const { session } = live;
  const { room } = card;
  const seat = open.seats[me.person];
  const isHeard = seat?.listens === room;
  return (
    <div className={styles.actions}>
      <Button
        variant={need?.kind === 'help' || need?.kind === 'silent' ? 'filled' : 'default'}
        onClick={() => void send('breakouts.enter', { session, room })}
      >
        {text('breakouts.enter')}
      </Button>
      <Button
        variant={isHeard ? 'filled' : 'default'}
        aria-pressed={isHeard}
        leftSection={<Icon of={IconEar} size={18} />}
        onClick={() => void send('sessions.listen', { room, on: !isHeard })}
      >
        {text('breakouts.listen')}
      </Button>
      <Button variant="default" leftSection={<Icon of={IconMessage} size={18} />} onClick={() => setTelling(true)}>
        {text('breakouts.message')}
      </Button>
      <MenuOnDemand label={text('breakouts.more-of', { room: nameOf(card) })}>
        <Voices live={live} room={room} facilitator={card.roles.facilitator} />
      </MenuOnDemand>
      <BroadcastDialog live={live} rooms={[room]} isOpen={isTelling} onClose={() => setTelling(false)} />
    </div>
  );
}

type VoicesProps = { live: LiveView; room: string; facilitator: string | undefined };

/** The host's voice, into the room or to its facilitator alone. */
function Voices({ live: { session }, room, facilitator }: VoicesProps) {
  const text = useText();
  const send = useCommand();
  const { session: open } = useRoom();
  const name = useView(({ people }) => (facilitator ? people[facilitator]?.name : null)) ?? text('common.nameless');
  return (
    <>
      <Menu.Item
        leftSection={<Icon of={IconSpeakerphone} size={20} />}
        onClick={() => void send('sessions.address', { session, to: { to: 'rooms', rooms: [room] } })}
      >
        {text('breakouts.speak')}
      </Menu.Item>
      {facilitator && open.seats[facilitator] && (
        <Menu.Item
          leftSection={<Icon of={IconMessageCircle} size={20} />}
          onClick={() => void send('sessions.address', { session, to: { to: 'person', person: facilitator } })}
        >
          {text('breakouts.whisper', { name })}
        </Menu.Item>
      )}
    </>
  );
}
