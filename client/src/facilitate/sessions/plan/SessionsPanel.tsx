import { Button } from '@mantine/core';
import type { SessionView } from '@multaqa/shared/facilitate/sessions/sessions.view';
import { Link } from 'react-router';
import { Panel } from '../../../design/Panel.tsx';
import { Pill } from '../../../design/Pill.tsx';
import { useDialogue } from '../../../dialogue/DialogueProvider.tsx';
import { useMay, useView } from '../../../dialogue/use-dialogue.ts';
import { useMoments } from '../../../platform/moments.ts';
import { currentOf, numbered } from './order.ts';
import styles from './SessionsPanel.module.css';
import { useText } from './texts.ts';

/** All sessions of the dialogue at a glance. */
export function SessionsPanel() {
  const text = useText();
  const may = useMay();
  const { id } = useDialogue();
  const sessions = useView(view => view.sessions);
  const all = numbered(sessions);
  const current = currentOf(sessions)?.session;
  return (
    <Panel
      title={text('sessions.list')}
      padding="flush"
      action={
        <Button component={Link} to={`/d/${id}/sessions`} variant="subtle">
          {text(may('sessions.plan') ? 'sessions.plan' : 'sessions.details')}
        </Button>
      }
    >
      {all.length === 0 ? (
        <p className={styles.empty}>{text(may('sessions.plan') ? 'sessions.none.plan' : 'sessions.none')}</p>
      ) : (
        <ol>
          {all.map(({ number, session }) => (
            <Row key={session.session} number={number} session={session} isCurrent={session === current} />
          ))}
        </ol>
      )}
    </Panel>
  );
}

function Row({ number, session, isCurrent }: { number: number; session: SessionView; isCurrent: boolean }) {
  const text = useText();
  const moments = useMoments();
  const { plan } = session;
  return (
    <li className={styles.row}>
      <span className={styles.day}>{moments.day(plan.startsAt)}</span>
      <div className={styles.words}>
        <div className={styles.title} dir="auto">
          {plan.title}
        </div>
        <div className={styles.quiet}>
          {text('sessions.numbered', { number })}
          {' · '}
          {session.status === 'closed'
            ? text('sessions.held', {
                minutes: text('common.minutes', {
                  count: Math.max(1, Math.round((session.closedAt - session.openedAt) / 60_000)),
                }),
                people: text('places.people', { count: session.attended }),
              })
            : text('sessions.from-to', {
                time: moments.time(plan.startsAt),
                minutes: text('common.minutes', { count: plan.minutes }),
              })}
        </div>
      </div>
      {session.status === 'open' && <Pill tone="accent">{text('sessions.open-now')}</Pill>}
      {session.status === 'closed' && <Pill tone="good">{text('sessions.done')}</Pill>}
      {session.status === 'planned' && isCurrent && <Pill tone="accent">{text('sessions.next')}</Pill>}
    </li>
  );
}
