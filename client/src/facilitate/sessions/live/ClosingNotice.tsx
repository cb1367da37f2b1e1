import { Button } from '@mantine/core';
import { useEffect } from 'react';
import { alertNow } from '../../../design/announce.ts';
import { Notice } from '../../../design/Notice.tsx';
import { useRoom } from '../../../dialogue/room.ts';
import { useCommand, useMay, useServerClock } from '../../../dialogue/use-dialogue.ts';
import { useMoments } from '../../../platform/moments.ts';
import { useTick } from '../../../platform/use-tick.ts';
import styles from './ClosingNotice.module.css';
import { useText } from './texts.ts';

/** Counts down to the end that a host has announced; hosts stop it, or close at once. */
export function ClosingNotice() {
  const text = useText();
  const may = useMay();
  const send = useCommand();
  const { session, closesAt } = useRoom().session;
  const isClosing = closesAt !== null;
  useEffect(() => {
    if (isClosing) alertNow(text('live.closing.soon'));
  }, [isClosing, text]);
  if (closesAt === null) return null;
  return (
    <Notice
      tone="warning"
      action={
        may('sessions.stay') && (
          <span className={styles.steps}>
            <Button variant="default" onClick={() => void send('sessions.stay', { session })}>
              {text('live.stay')}
            </Button>
            <Button color="danger" onClick={() => void send('sessions.close', { session })}>
              {text('live.close-now')}
            </Button>
          </span>
        )
      }
    >
      <span>{text('live.closing')}</span> <Left until={closesAt} />
    </Notice>
  );
}

/** Read by eyes each second, and by screen readers when they are asked to. */
function Left({ until }: { until: number }) {
  const moments = useMoments();
  const now = useServerClock();
  useTick(1_000);
  return (
    <b role="timer" aria-live="off" className={styles.left}>
      {moments.clock(Math.max(0, until - now()))}
    </b>
  );
}
