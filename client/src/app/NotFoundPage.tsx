import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { EmptyState } from '../design/EmptyState.tsx';
import { Gathering } from '../design/Gathering.tsx';
import { PageShell } from './PageShell.tsx';
import { useText } from './texts.ts';

/** For addresses at which nothing is. */
export function NotFoundPage() {
  const text = useText();
  return (
    <PageShell title={text('app.not-found.title')} width="narrow">
      <EmptyState
        of="page"
        picture={<Gathering size={160} />}
        title={text('app.not-found.title')}
        text={text('app.not-found.text')}
      >
        <Button component={Link} to="/">
          {text('app.home')}
        </Button>
      </EmptyState>
    </PageShell>
  );
}
