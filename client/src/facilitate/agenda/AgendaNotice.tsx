import { Button } from '@mantine/core';
import { nameIn } from '@multaqa/shared/name-in';
import { useEffect } from 'react';
import { announce } from '../../design/announce.ts';
import { Notice } from '../../design/Notice.tsx';
import { useRoom } from '../../dialogue/room.ts';
import { useMay, useServerClock } from '../../dialogue/use-dialogue.ts';
import { useLanguage } from '../../platform/languages.ts';
import { useMoments } from '../../platform/moments.ts';
import styles from './AgendaNotice.module.css';
import { useText } from './texts.ts';
import { useAgendaClock } from './use-agenda.ts';

/** Hosts hear so long before it hurts that time runs out, in ms. */
const warning = 5 * 60_000;

/** Says to everybody who listens what goes on now, and to hosts when the session is about to run late. */
export function AgendaNotice() {
  const mayLead = useMay()('agenda.go');
  return (
    <>
      <Spoken mayLead={mayLead} />
      {mayLead && <Late />}
    </>
  );
}

function Spoken({ mayLead }: { mayLead: boolean }) {
  const text = useText();
  const { language } = useLanguage();
  const now = useAgendaClock();
  const title = now && nameIn(now.block.title, language);
  const isOver = mayLead && now !== null && now.clock.left < 0;
  useEffect(() => {
    if (title !== null) announce(text('agenda.now', { block: title }));
  }, [title, text]);
  useEffect(() => {
    if (isOver && title !== null) announce(text('agenda.time-up', { block: title }));
  }, [isOver, title, text]);
  return null;
}

function Late() {
  const text = useText();
  const moments = useMoments();
  const now = useServerClock();
  const { showPanel } = useRoom();
  const standing = useAgendaClock();
  if (!standing) return null;
  const { late, shortened, left, hurtsAt } = standing.clock;
  const isBehind = left < 0 || shortened > 0;
  if (late === 0 && (!isBehind || now() < hurtsAt - warning)) return null;
  const inMinutes = (count: number) => text('common.minutes', { count });
  return (
    <Notice
      tone={late > 0 ? 'warning' : 'plain'}
      action={
        <Button className={styles.show ?? ''} variant="default" onClick={() => showPanel('agenda')}>
          {text('agenda.show')}
        </Button>
      }
    >
      {late > 0
        ? text('agenda.late.now', { minutes: inMinutes(late) })
        : text('agenda.late.soon', { time: moments.time(hurtsAt), minutes: inMinutes(shortened) })}
    </Notice>
  );
}
