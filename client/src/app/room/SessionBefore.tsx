import { Button } from '@mantine/core';
import type { SessionView } from '@multaqa/shared/facilitate/sessions/sessions.view';
import { useState } from 'react';
import { Link } from 'react-router';
import { EmptyState } from '../../design/EmptyState.tsx';
import { Gathering } from '../../design/Gathering.tsx';
import { useDialogue } from '../../dialogue/DialogueProvider.tsx';
import { useMay, useServerClock } from '../../dialogue/use-dialogue.ts';
import { OpenSession } from '../../facilitate/sessions/plan/OpenSession.tsx';
import { useText as usePlanText } from '../../facilitate/sessions/plan/texts.ts';
import { useMoments } from '../../platform/moments.ts';
import { useTick } from '../../platform/use-tick.ts';
import { PageShell } from '../PageShell.tsx';
import { useText } from './texts.ts';

/** Before a session opens: when that will be. The page turns into the room by itself. */
export function SessionBefore({ session }: { session: SessionView | null }) {
  const text = useText();
  const planText = usePlanText();
  const may = useMay();
  const moments = useMoments();
  const now = useServerClock();
  const { id } = useDialogue();
  const [isOpening, setOpening] = useState(false);
  useTick(30_000);
  if (!session) return null;
  const { title, startsAt, zone } = session.plan;
  const isCancelled = session.status === 'cancelled';
  return (
    <PageShell title={title} width="narrow">
      <EmptyState
        of="page"
        picture={<Gathering size={200} />}
        title={title}
        text={
          isCancelled
            ? text('room.cancelled')
            : text('room.not-open', {
                when: moments.appointment(startsAt, zone),
                relative: moments.relative(startsAt, now()),
              })
        }
      >
        <Button variant="default" component={Link} to={`/d/${id}`}>
          {text('app.to-dialogue')}
        </Button>
        {!isCancelled && !may('sessions.open') && (
          <Button component={Link} to={`/d/${id}/devices`}>
            {planText('sessions.check-devices')}
          </Button>
        )}
        {!isCancelled && may('sessions.open') && (
          <Button onClick={() => setOpening(true)}>{planText('sessions.open')}</Button>
        )}
      </EmptyState>
      <OpenSession
        session={session.session}
        title={title}
        isOpen={isOpening}
        onClose={() => setOpening(false)}
        onOpened={() => undefined}
      />
    </PageShell>
  );
}
