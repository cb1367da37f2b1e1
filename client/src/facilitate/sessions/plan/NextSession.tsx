import { Button } from '@mantine/core';
import type { SessionView } from '@multaqa/shared/facilitate/sessions/sessions.view';
import IconArrowRight from '@tabler/icons-react/dist/esm/icons/IconArrowRight.mjs';
import { useEffect, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { Icon } from '../../../design/Icon.tsx';
import { Pill } from '../../../design/Pill.tsx';
import { useDialogue } from '../../../dialogue/DialogueProvider.tsx';
import { useMay, useServerClock, useView } from '../../../dialogue/use-dialogue.ts';
import { useMoments } from '../../../platform/moments.ts';
import { SessionWhen } from '../SessionWhen.tsx';
import styles from './NextSession.module.css';
import { OpenSession } from './OpenSession.tsx';
import { currentOf } from './order.ts';
import { PreparedBreakouts } from './PreparedBreakouts.tsx';
import { useText } from './texts.ts';

/** The session that matters now, with the one thing to do about it. */
export function NextSession() {
  const text = useText();
  const moments = useMoments();
  const sessions = useView(view => view.sessions);
  const now = useServerClock();
  const current = currentOf(sessions);
  if (!current) return null;
  const { number, session } = current;
  const { title, goal, startsAt } = session.plan;
  const isLive = session.status === 'open';
  const seated = isLive ? session.inside : 0;
  return (
    <section className={styles.card} data-live={isLive} aria-labelledby="next-session">
      <div className={styles.words}>
        <div className={styles.state}>
          {isLive ? (
            <Pill tone="accent">{text('sessions.live', { count: seated })}</Pill>
          ) : (
            <Pill>{moments.relative(startsAt, now())}</Pill>
          )}
          <span className={styles.quiet}>{text('sessions.numbered', { number })}</span>
        </div>
        <h2 id="next-session" className={styles.title} dir="auto">
          {title}
        </h2>
        <p className={styles.quiet}>
          <SessionWhen plan={session.plan} />
        </p>
        <PreparedBreakouts session={session.session} />
        {goal && (
          <p className={styles.goal} dir="auto">
            {goal}
          </p>
        )}
      </div>
      <Actions session={session} />
    </section>
  );
}

function Actions({ session }: { session: SessionView }) {
  const text = useText();
  const may = useMay();
  const navigate = useNavigate();
  const { id } = useDialogue();
  const [isOpening, setOpening] = useState(false);
  const room = `/d/${id}/s/${session.session}`;
  useNoticesAboveReach();
  const devices = { variant: 'default', component: Link, to: `/d/${id}/devices` } as const;
  const canOpen = session.status !== 'open' && may('sessions.open');
  return (
    <div className={styles.actions}>
      {canOpen && <Button {...devices}>{text('sessions.check-devices')}</Button>}
      <div className={styles.reach}>
        {session.status === 'open' ? (
          <Button component={Link} to={room} size="lg" rightSection={<Icon of={IconArrowRight} mirrored size={20} />}>
            {text('sessions.enter')}
          </Button>
        ) : canOpen ? (
          <Button onClick={() => setOpening(true)}>{text('sessions.open')}</Button>
        ) : (
          <Button {...devices}>{text('sessions.check-devices')}</Button>
        )}
      </div>
      <OpenSession
        session={session.session}
        title={session.plan.title}
        isOpen={isOpening}
        onClose={() => setOpening(false)}
        onOpened={() => void navigate(room)}
      />
    </div>
  );
}

/** Where the button stays at the foot of the screen, notices rise above it. */
function useNoticesAboveReach(): void {
  useEffect(() => {
    document.documentElement.dataset.bar = 'reach';
    return () => {
      delete document.documentElement.dataset.bar;
    };
  }, []);
}
