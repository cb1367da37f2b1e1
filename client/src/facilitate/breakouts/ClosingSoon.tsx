import { Button } from '@mantine/core';
import type { LiveView } from '@multaqa/shared/facilitate/breakouts/breakouts.view';
import { plenaryOf } from '@multaqa/shared/kernel/ids';
import { useEffect } from 'react';
import { alertNow } from '../../design/announce.ts';
import { Notice } from '../../design/Notice.tsx';
import { useRoom } from '../../dialogue/room.ts';
import { TimeLeft } from '../../dialogue/TimeLeft.tsx';
import { useCommand, useMay, useServerClock } from '../../dialogue/use-dialogue.ts';
import { useTick } from '../../platform/use-tick.ts';
import styles from './breakouts.module.css';
import { useText } from './texts.ts';
import { useLive } from './use-live.ts';

/** Before the end people are warned twice, ms. */
const warnings = { soon: 120_000, now: 30_000 } as const;

/** Two minutes, and half a minute, before everybody is brought back; hosts give more time. */
export function ClosingSoon() {
  const live = useLive();
  return live?.endsAt ? <Ending {...live} endsAt={live.endsAt} /> : null;
}

function Ending({ session, endsAt, isClosing }: LiveView & { endsAt: number }) {
  const text = useText();
  const now = useServerClock();
  const { room } = useRoom();
  useTick(1_000);
  const left = endsAt - now();
  const state = left > warnings.soon ? null : left > warnings.now ? 'soon' : 'now';
  const words = state && text(isClosing ? 'breakouts.closing' : `breakouts.ending.${state}`);
  useEffect(() => {
    if (words) alertNow(words);
  }, [words]);
  if (!words) return null;
  return (
    <Notice tone={state === 'now' ? 'warning' : 'plain'} action={<MoreTime session={session} isClosing={isClosing} />}>
      {words} <TimeLeft until={endsAt} />
      {room !== plenaryOf(session) && <span className={styles.kept}>{text('breakouts.kept')}</span>}
    </Notice>
  );
}

function MoreTime({ session, isClosing }: { session: string; isClosing: boolean }) {
  const text = useText();
  const may = useMay();
  const send = useCommand();
  if (!may('breakouts.time')) return null;
  return (
    <span className={styles.steps}>
      {isClosing && (
        <Button variant="default" onClick={() => void send('breakouts.stay', { session })}>
          {text('breakouts.stay')}
        </Button>
      )}
      <Button variant="default" onClick={() => void send('breakouts.time', { session, minutes: 2 })}>
        {text('breakouts.more-time', { minutes: text('common.minutes', { count: 2 }) })}
      </Button>
    </span>
  );
}
