import { Id } from '@multaqa/shared/kernel/ids';
import { lazy, Suspense } from 'react';
import { Route, Routes, useParams } from 'react-router';
import { Skeleton } from '../../design/Skeleton.tsx';
import { DialogueProvider } from '../../dialogue/DialogueProvider.tsx';
import { useText } from '../../platform/languages.ts';
import { NotFoundPage } from '../NotFoundPage.tsx';
import { PageShell } from '../PageShell.tsx';
import { DialogueGate } from './DialogueGate.tsx';
import { PeoplePage } from './PeoplePage.tsx';
import { ReportPage } from './ReportPage.tsx';
import { SessionsPage } from './SessionsPage.tsx';
import { StoryPage } from './story/StoryPage.tsx';

const DevicesPage = lazy(() => import('./DevicesPage.tsx').then(page => ({ default: page.DevicesPage })));
const ImportPage = lazy(() => import('./ImportPage.tsx').then(page => ({ default: page.ImportPage })));
const RoomPage = lazy(() => import('../room/RoomPage.tsx').then(page => ({ default: page.RoomPage })));

/** Every page of one dialogue, over one connection. */
export function DialoguePages() {
  const { dialogue } = useParams();
  const id = Id.safeParse(dialogue);
  if (!id.success) return <NotFoundPage />;
  return (
    <DialogueProvider id={id.data}>
      <DialogueGate>
        <Suspense fallback={<Loading />}>
          <Routes>
            <Route index element={<StoryPage />} />
            <Route path="people" element={<PeoplePage />} />
            <Route path="people/import" element={<ImportPage />} />
            <Route path="sessions" element={<SessionsPage />} />
            <Route path="devices" element={<DevicesPage />} />
            <Route path="report" element={<ReportPage />} />
            <Route path="s/:session" element={<RoomPage />} />
            <Route path="*" element={<NotFoundPage />} />
          </Routes>
        </Suspense>
      </DialogueGate>
    </DialogueProvider>
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
