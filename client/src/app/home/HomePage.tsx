import { Button } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { EmptyState } from '../../design/EmptyState.tsx';
import { Skeleton } from '../../design/Skeleton.tsx';
import { refusalText, useText } from '../../platform/languages.ts';
import { PageShell } from '../PageShell.tsx';
import { askWhoIsHere, useVisitor } from '../visitor.ts';
import { Welcome } from './Welcome.tsx';

const Dashboard = lazy(() => import('./Dashboard.tsx').then(file => ({ default: file.Dashboard })));

/** One's dialogues, or for strangers what this place is. */
export function HomePage() {
  const text = useText();
  const visitor = useVisitor();
  if (visitor.status === 'asking') return <Waiting />;
  if (visitor.status === 'failed')
    return (
      <PageShell title="">
        <EmptyState of="page" title={text('app.unreachable')} text={refusalText(text, visitor.problem)}>
          <Button onClick={() => void askWhoIsHere()}>{text('app.try-again')}</Button>
        </EmptyState>
      </PageShell>
    );
  if (!visitor.account && visitor.dialogues.length === 0) return <Welcome />;
  return (
    <Suspense fallback={<Waiting />}>
      <Dashboard visitor={visitor} />
    </Suspense>
  );
}

function Waiting() {
  const text = useText();
  return (
    <PageShell title="">
      <Skeleton label={text('app.loading')} />
    </PageShell>
  );
}
