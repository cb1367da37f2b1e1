import { Button } from '@mantine/core';
import type { LiveView } from '@multaqa/shared/facilitate/breakouts/breakouts.view';
import IconMessage from '@tabler/icons-react/dist/esm/icons/IconMessage.mjs';
import IconSpeakerphone from '@tabler/icons-react/dist/esm/icons/IconSpeakerphone.mjs';
import { type ReactNode, useState } from 'react';
import { Icon } from '../../../design/Icon.tsx';
import { useRoom } from '../../../dialogue/room.ts';
import { TimeLeft } from '../../../dialogue/TimeLeft.tsx';
import { useCommand, useMe } from '../../../dialogue/use-dialogue.ts';
import { BroadcastDialog } from '../BroadcastDialog.tsx';
import { useText } from '../texts.ts';
import styles from './ControlRoom.module.css';

/** What concerns all rooms: how many people are in them, the time, a word to everybody, and the way back. */
export function ControlHead({ live, coverage }: { live: LiveView; coverage: ReactNode }) {
  const text = useText();
  const send = useCommand();
  const me = useMe();
  const { session: open } = useRoom();
  const [isTelling, setTelling] = useState(false);
  const { session, endsAt, isClosing, round } = live;
  const count = live.rooms.reduce((sum, { room }) => sum + (open.sizes[room] ?? 0), 0);
  const address = open.seats[me.person]?.addresses;
  const speaksToAll = address?.to === 'rooms' && address.rooms === 'all';
  return (
    <header className={styles.head}>
      <div className={styles.what}>
        <h2 className={styles.title}>{text('breakouts.control')}</h2>
        <p className={styles.quiet}>
          {[
            text('breakouts.rooms-count', { count: live.rooms.length }),
            ...(round === null ? [] : [text('breakouts.round', { number: round })]),
            text('places.people', { count }),
          ].join(' · ')}
        </p>
      </div>
      {coverage}
      <div className={styles.all}>
        <span className={styles.clock}>{endsAt === null ? text('breakouts.no-end') : <TimeLeft until={endsAt} />}</span>
        <Button variant="default" onClick={() => void send('breakouts.time', { session, minutes: 2 })}>
          {text('breakouts.more-time', { minutes: text('common.minutes', { count: 2 }) })}
        </Button>
        <Button variant="default" leftSection={<Icon of={IconMessage} size={18} />} onClick={() => setTelling(true)}>
          {text('breakouts.tell')}
        </Button>
        <Button
          variant={speaksToAll ? 'filled' : 'default'}
          aria-pressed={speaksToAll}
          leftSection={<Icon of={IconSpeakerphone} size={18} />}
          onClick={() =>
            void send('sessions.address', { session, to: speaksToAll ? null : { to: 'rooms', rooms: 'all' } })
          }
        >
          {text('breakouts.speak-all')}
        </Button>
        <Button onClick={() => void send('breakouts.close', { session, when: isClosing ? 'now' : 'soon' })}>
          {text(isClosing ? 'breakouts.close-now' : 'breakouts.close')}
        </Button>
      </div>
      <BroadcastDialog live={live} rooms="all" isOpen={isTelling} onClose={() => setTelling(false)} />
    </header>
  );
}
