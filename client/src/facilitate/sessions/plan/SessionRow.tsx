import { Button } from '@mantine/core';
import type { SessionView } from '@multaqa/shared/facilitate/sessions/sessions.view';
import { Link } from 'react-router';
import { offerUndo } from '../../../design/toasts.tsx';
import { useDialogue } from '../../../dialogue/DialogueProvider.tsx';
import { useCommand, useMay, useServerClock } from '../../../dialogue/use-dialogue.ts';
import { SessionWhen } from '../SessionWhen.tsx';
import { TranscriptLink } from '../TranscriptLink.tsx';
import { PreparedBreakouts } from './PreparedBreakouts.tsx';
import styles from './SessionsPlan.module.css';
import { TimesThere } from './TimesThere.tsx';
import { useText } from './texts.ts';

type Props = { number: number; session: SessionView; isNext: boolean; onEdit(session: SessionView): void };

/** One session with its plan, and what can be done with it in its state. */
export function SessionRow({ number, session, isNext, onEdit }: Props) {
  const text = useText();
  const may = useMay();
  const send = useCommand();
  const { id } = useDialogue();
  const now = useServerClock();
  const { title, goal, startsAt, minutes } = session.plan;
  const isPast = session.status === 'planned' && may('sessions.edit') && startsAt + minutes * 60_000 < now();
  const isAhead = session.status === 'planned' || session.status === 'open';
  const cancel = async () => {
    const ack = await send('sessions.cancel', { session: session.session });
    if (!ack.ok) return;
    offerUndo({
      message: text('sessions.cancelled', { title }),
      label: text('common.undo'),
      undo: () => void send('sessions.restore', { session: session.session }),
    });
  };
  return (
    <li className={styles.row} data-status={session.status}>
      <span className={styles.number} aria-hidden="true">
        {text('common.number', { number })}
      </span>
      <div className={styles.words}>
        <h2 className={styles.title} dir="auto">
          {title}
        </h2>
        <p className={styles.quiet}>
          <SessionWhen plan={session.plan} />
        </p>
        {isNext && <TimesThere at={startsAt} />}
        {isAhead && <PreparedBreakouts session={session.session} />}
        {isPast && <p className={styles.past}>{text('sessions.past.planned')}</p>}
        {session.status === 'closed' && (
          <p className={styles.quiet}>
            {text('sessions.attended', {
              people: text('places.people', { count: session.attended }),
            })}
          </p>
        )}
        {goal && (
          <p className={styles.goal} dir="auto">
            {goal}
          </p>
        )}
      </div>
      <div className={styles.actions}>
        {session.status === 'closed' && <TranscriptLink session={session.session} title={title} />}
        {session.status === 'open' && (
          <Button component={Link} to={`/d/${id}/s/${session.session}`}>
            {text('sessions.enter')}
          </Button>
        )}
        <PlanLinks session={session} />
        {isAhead && may('sessions.edit') && (
          <Button variant="default" aria-label={text('sessions.edit.of', { title })} onClick={() => onEdit(session)}>
            {text('sessions.edit')}
          </Button>
        )}
        {session.status === 'planned' && may('sessions.cancel') && (
          <Button
            variant="subtle"
            color="danger"
            aria-label={text('sessions.cancel.of', { title })}
            onClick={() => void cancel()}
          >
            {text('sessions.cancel')}
          </Button>
        )}
      </div>
    </li>
  );
}

/** What hosts prepare for a session, and what is told of its polls afterwards. */
function PlanLinks({ session: { session, status, plan } }: Pick<Props, 'session'>) {
  const text = useText();
  const may = useMay();
  const { id } = useDialogue();
  const isAhead = status === 'planned' || status === 'open';
  const parts = [
    { part: 'agenda', isThere: isAhead && may('agenda.put') },
    { part: 'rooms', isThere: isAhead && may('breakouts.prepare') },
    { part: 'board', isThere: isAhead && may('board.prepare') },
    { part: 'polls', isThere: isAhead ? may('polls.prepare') : status === 'closed' },
  ] as const;
  return parts
    .filter(({ isThere }) => isThere)
    .map(({ part }) => (
      <Button
        key={part}
        variant="default"
        component={Link}
        to={`/d/${id}/sessions/${session}/${part}`}
        aria-label={text(`sessions.${part}.of`, { title: plan.title })}
      >
        {text(`sessions.${part}`)}
      </Button>
    ));
}
