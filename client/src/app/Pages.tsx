import { Suspense } from 'react';
import { Route, Routes } from 'react-router';
import { Skeleton } from '../design/Skeleton.tsx';
import { lazyWithTexts } from '../platform/lazy-with-texts.tsx';
import { HomePage } from './home/HomePage.tsx';
import { JoinPage } from './JoinPage.tsx';
import { NotFoundPage } from './NotFoundPage.tsx';
import { OrganiserLinkPage } from './OrganiserLinkPage.tsx';
import { PageShell } from './PageShell.tsx';
import { useText } from './texts.ts';

// What only signed-in people open stays out of the first load.
const OrganisersPage = lazyWithTexts(async () => (await import('./OrganisersPage.tsx')).OrganisersPage);
const DialoguePages = lazyWithTexts(async () => (await import('./dialogue/DialoguePages.tsx')).DialoguePages);

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
      <Skeleton label={text('common.loading')} />
    </PageShell>
  );
}
