import { Button } from '@mantine/core';
import { EmptyState } from '../design/EmptyState.tsx';
import { Skeleton } from '../design/Skeleton.tsx';
import { refusalText, useText } from '../platform/languages.ts';
import { Dashboard } from './Dashboard.tsx';
import { PageShell } from './PageShell.tsx';
import { askWhoIsHere, useVisitor } from './visitor.ts';
import { Welcome } from './Welcome.tsx';

/** One's dialogues, or for strangers what this place is. */
export function HomePage() {
  const text = useText();
  const visitor = useVisitor();
  if (visitor.status === 'asking')
    return (
      <PageShell title="">
        <Skeleton label={text('app.loading')} />
      </PageShell>
    );
  if (visitor.status === 'failed')
    return (
      <PageShell title="">
        <EmptyState title={text('app.unreachable')} text={refusalText(text, visitor.refusal)}>
          <Button onClick={() => void askWhoIsHere()}>{text('app.try-again')}</Button>
        </EmptyState>
      </PageShell>
    );
  return visitor.account || visitor.dialogues.length > 0 ? <Dashboard visitor={visitor} /> : <Welcome />;
}
