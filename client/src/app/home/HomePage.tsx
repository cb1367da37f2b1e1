import { Button } from '@mantine/core';
import { Suspense } from 'react';
import { EmptyState } from '../../design/EmptyState.tsx';
import { Skeleton } from '../../design/Skeleton.tsx';
import { lazyWithTexts } from '../../platform/lazy-with-texts.tsx';
import { refusalText } from '../../platform/texts.ts';
import { PageShell } from '../PageShell.tsx';
import { useText } from '../texts.ts';
import { askWhoIsHere, useVisitor } from '../visitor.ts';

const Welcome = lazyWithTexts(async () => (await import('./Welcome.tsx')).Welcome);
const OwnName = lazyWithTexts(async () => (await import('./OwnName.tsx')).OwnName);
const Dashboard = lazyWithTexts(async () => (await import('./Dashboard.tsx')).Dashboard);

/** One's dialogues, or for strangers what this place is. */
export function HomePage() {
  const text = useText();
  const visitor = useVisitor();
  if (visitor.status === 'asking') return <Waiting />;
  if (visitor.status === 'failed')
    return (
      <PageShell title="">
        <EmptyState of="page" title={text('app.unreachable')} text={refusalText(text, visitor.problem)}>
          <Button onClick={() => void askWhoIsHere()}>{text('common.try-again')}</Button>
        </EmptyState>
      </PageShell>
    );
  if (visitor.account?.name === '')
    return (
      <Suspense fallback={<Waiting />}>
        <OwnName />
      </Suspense>
    );
  const isStranger = !visitor.account && visitor.dialogues.length === 0;
  return <Suspense fallback={<Waiting />}>{isStranger ? <Welcome /> : <Dashboard visitor={visitor} />}</Suspense>;
}

function Waiting() {
  const text = useText();
  return (
    <PageShell title="">
      <Skeleton label={text('common.loading')} />
    </PageShell>
  );
}
