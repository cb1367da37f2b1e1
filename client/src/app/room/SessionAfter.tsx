import { Button } from '@mantine/core';
import type { ClosedSessionView } from '@multaqa/shared/facilitate/sessions/sessions.view';
import { plenaryOf } from '@multaqa/shared/kernel/ids';
import { Link } from 'react-router';
import { EmptyState } from '../../design/EmptyState.tsx';
import { Gathering } from '../../design/Gathering.tsx';
import { useDialogue } from '../../dialogue/DialogueProvider.tsx';
import { useCommand, useMay, useOwn, useServerClock } from '../../dialogue/use-dialogue.ts';
import { LateDraft } from '../../facilitate/chat/LateDraft.tsx';
import { OutputStep } from '../../facilitate/notes/output/OutputStep.tsx';
import { TranscriptLink } from '../../facilitate/sessions/TranscriptLink.tsx';
import { useTick } from '../../platform/use-tick.ts';
import { PageShell } from '../PageShell.tsx';
import { useText } from './texts.ts';

type Props = { session: ClosedSessionView; onReopened(): void };

/** After a session: thanks, what it was, what one was still writing, and where to go. */
export function SessionAfter({ session, onReopened }: Props) {
  const text = useText();
  const { id } = useDialogue();
  const hasTakenPart = useOwn(own => own.sessions.attended.includes(session.session));
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
        <Reopen session={session} onReopened={onReopened} />
        <Button variant="default" component={Link} to={`/d/${id}/report`}>
          {text('room.read-report')}
        </Button>
        <OutputStep session={session.session} />
        <TranscriptLink session={session.session} title={session.plan.title} />
        <Button component={Link} to={`/d/${id}`}>
          {text('app.to-dialogue')}
        </Button>
      </EmptyState>
      {hasTakenPart && <LateDraft room={plenaryOf(session.session)} closedAt={session.closedAt} />}
    </PageShell>
  );
}

/** For hosts, as long as the session can go on. */
function Reopen({ session: { session, reopensUntil }, onReopened }: Props) {
  const text = useText();
  const may = useMay();
  const send = useCommand();
  const now = useServerClock();
  useTick(reopensUntil === null ? null : 5_000);
  if (reopensUntil === null || reopensUntil <= now() || !may('sessions.reopen')) return null;
  const reopen = async () => {
    const ack = await send('sessions.reopen', { session });
    if (ack.ok) onReopened();
  };
  return (
    <Button variant="default" onClick={() => void reopen()}>
      {text('room.reopen')}
    </Button>
  );
}
