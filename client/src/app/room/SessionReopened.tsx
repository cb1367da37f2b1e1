import { Button } from '@mantine/core';
import type { OpenSessionView } from '@multaqa/shared/facilitate/sessions/sessions.view';
import { EmptyState } from '../../design/EmptyState.tsx';
import { Gathering } from '../../design/Gathering.tsx';
import { PageShell } from '../PageShell.tsx';
import { useText } from './texts.ts';

/** A session goes on that was closed before the eyes of this person. They go back by their own click, since a camera may come on there. */
export function SessionReopened({ session, onReturn }: { session: OpenSessionView; onReturn(): void }) {
  const text = useText();
  const { title } = session.plan;
  return (
    <PageShell title={title} width="narrow">
      <EmptyState
        of="page"
        picture={<Gathering size={200} />}
        title={text('room.reopened.title', { title })}
        text={text('room.reopened.text')}
      >
        <Button onClick={onReturn}>{text('room.return')}</Button>
      </EmptyState>
    </PageShell>
  );
}
