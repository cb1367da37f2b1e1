import { Button } from '@mantine/core';
import type { ClosedSessionView } from '@multaqa/shared/facilitate/sessions/sessions.view';
import { Link } from 'react-router';
import { EmptyState } from '../../design/EmptyState.tsx';
import { Gathering } from '../../design/Gathering.tsx';
import { useDialogue } from '../../dialogue/DialogueProvider.tsx';
import { PageShell } from '../PageShell.tsx';
import { useText } from './texts.ts';

/** After a session: thanks, what it was, and where to go. */
export function SessionAfter({ session }: { session: ClosedSessionView }) {
  const text = useText();
  const { id } = useDialogue();
  const minutes = Math.max(1, Math.round((session.closedAt - session.openedAt) / 60_000));
  return (
    <PageShell title={session.plan.title} width="narrow">
      <EmptyState
        of="page"
        picture={<Gathering size={200} />}
        title={text('room.closed.title', { title: session.plan.title })}
        text={text('room.closed.text', {
          minutes: text('common.minutes', { count: minutes }),
          people: text('places.people', { count: session.attended }),
        })}
      >
        <Button variant="default" component={Link} to={`/d/${id}/report`}>
          {text('room.read-report')}
        </Button>
        <Button component={Link} to={`/d/${id}`}>
          {text('app.to-dialogue')}
        </Button>
      </EmptyState>
    </PageShell>
  );
}
