import { lazy, Suspense } from 'react';
import { Route, Routes } from 'react-router';
import { Skeleton } from '../design/Skeleton.tsx';
import { useText } from '../platform/languages.ts';
import { HomePage } from './home/HomePage.tsx';
import { JoinPage } from './JoinPage.tsx';
import { NotFoundPage } from './NotFoundPage.tsx';
import { OrganiserLinkPage } from './OrganiserLinkPage.tsx';
import { PageShell } from './PageShell.tsx';

// What only signed-in people open stays out of the first load.
const OrganisersPage = lazy(() => import('./OrganisersPage.tsx').then(page => ({ default: page.OrganisersPage })));
const DialoguePages = lazy(() =>
  import('./dialogue/DialoguePages.tsx').then(page => ({ default: page.DialoguePages })),
);

/** Every address of the client. */
export function Pages() {
  return (
    <Suspense fallback={<Loading />}>
      <Routes>
        <Route path="/" element={<HomePage />} />
        <Route path="/j" element={<JoinPage />} />
        <Route path="/o" element={<OrganiserLinkPage />} />
        <Route path="/organisers" element={<OrganisersPage />} />
        <Route path="/d/:dialogue/*" element={<DialoguePages />} />
        <Route path="*" element={<NotFoundPage />} />
      </Routes>
    </Suspense>
  );
}

function Loading() {
  const text = useText();
  return (
    <PageShell title="">
      <Skeleton label={text('app.loading')} />
    </PageShell>
  );
}
