import { Button } from '@mantine/core';
import { plenaryOf } from '@multaqa/shared/kernel/ids';
import { useEffect } from 'react';
import { alertNow } from '../../design/announce.ts';
import { ClusterMark } from '../../design/ClusterMark.tsx';
import { useBreakout, useRoomName } from '../../dialogue/rooms.ts';
import { TimeLeft } from '../../dialogue/TimeLeft.tsx';
import { useCommand, useMay, useOwn } from '../../dialogue/use-dialogue.ts';
import styles from './breakouts.module.css';
import { useText } from './texts.ts';
import { useLive } from './use-live.ts';

/** Where one goes in a moment, why, and for how long; who does not want to wait goes at once. Hosts let everybody go at once. */
export function SentNotice() {
  const sent = useSent();
  const live = useLive();
  if (sent) return <Sent {...sent} />;
  return live?.movesAt ? <Moving movesAt={live.movesAt} session={live.session} /> : null;
}

type SentProps = NonNullable<ReturnType<typeof useSent>>;
const useSent = () => useOwn(({ breakouts }) => breakouts.sent);

function Sent({ room, at, why, session }: SentProps) {
  const text = useText();
  const send = useCommand();
  const nameOf = useRoomName();
  const breakout = useBreakout(room);
  const live = useLive();
  const name = nameOf(room);
  const reason = text(`breakouts.why.${why}`);
  const minutes = live?.endsAt ? Math.max(1, Math.round((live.endsAt - at) / 60_000)) : null;
  useEffect(() => alertNow(`${text('breakouts.sent.spoken', { room: name })} ${reason}`), [name, reason, text]);
  const isBack = room === plenaryOf(session);
  return (
    <section className={styles.sent} aria-label={text('breakouts.sent')}>
      {breakout && <ClusterMark mark={breakout.mark} size={40} />}
      <div className={styles.sentWords}>
        <p className={styles.sentTo}>
          {text('breakouts.sent')} <bdi>{name}</bdi>
        </p>
        <p className={styles.quiet}>
          {reason}
          {!isBack &&
            minutes !== null &&
            ` ${text('breakouts.sent.for', { minutes: text('common.minutes', { count: minutes }) })}`}
        </p>
      </div>
      <span className={styles.sentIn}>
        <TimeLeft until={at} />
      </span>
      <Button onClick={() => void send('breakouts.enter', { session, room })}>{text('breakouts.go')}</Button>
      <GoAll session={session} />
    </section>
  );
}

/** For hosts who stay: everybody else is on their way. */
function Moving({ movesAt, session }: { movesAt: number; session: string }) {
  const text = useText();
  return (
    <section className={styles.sent} aria-label={text('breakouts.moving')}>
      <p className={styles.sentTo}>{text('breakouts.moving')}</p>
      <span className={styles.sentIn}>
        <TimeLeft until={movesAt} />
      </span>
      <GoAll session={session} />
    </section>
  );
}

function GoAll({ session }: { session: string }) {
  const text = useText();
  const may = useMay();
  const send = useCommand();
  if (!may('breakouts.go')) return null;
  return (
    <Button variant="default" onClick={() => void send('breakouts.go', { session })}>
      {text('breakouts.go-all')}
    </Button>
  );
}
