import { Id } from '@multaqa/shared/kernel/ids';
import { Suspense } from 'react';
import { Route, Routes, useParams } from 'react-router';
import { Skeleton } from '../../design/Skeleton.tsx';
import { DialogueProvider } from '../../dialogue/DialogueProvider.tsx';
import { lazyWithTexts } from '../../platform/lazy-with-texts.tsx';
import { NotFoundPage } from '../NotFoundPage.tsx';
import { PageShell } from '../PageShell.tsx';
import { DialogueGate } from './DialogueGate.tsx';
import { useText } from './texts.ts';

const StoryPage = lazyWithTexts(async () => (await import('./story/StoryPage.tsx')).StoryPage);
const PeoplePage = lazyWithTexts(async () => (await import('./PeoplePage.tsx')).PeoplePage);
const AnswersPage = lazyWithTexts(async () => (await import('./AnswersPage.tsx')).AnswersPage);
const ClustersPage = lazyWithTexts(async () => (await import('./ClustersPage.tsx')).ClustersPage);
const SessionsPage = lazyWithTexts(async () => (await import('./SessionsPage.tsx')).SessionsPage);
const AgendaPage = lazyWithTexts(async () => (await import('./AgendaPage.tsx')).AgendaPage);
const BoardPage = lazyWithTexts(async () => (await import('./BoardPage.tsx')).BoardPage);
const BreakoutsPage = lazyWithTexts(async () => (await import('./BreakoutsPage.tsx')).BreakoutsPage);
const OutputPage = lazyWithTexts(async () => (await import('./OutputPage.tsx')).OutputPage);
const PollsPage = lazyWithTexts(async () => (await import('./PollsPage.tsx')).PollsPage);
const ReportPage = lazyWithTexts(async () => (await import('./ReportPage.tsx')).ReportPage);
const DevicesPage = lazyWithTexts(async () => (await import('./DevicesPage.tsx')).DevicesPage);
const ImportPage = lazyWithTexts(async () => (await import('./ImportPage.tsx')).ImportPage);
const QuestionsPage = lazyWithTexts(async () => (await import('./QuestionsPage.tsx')).QuestionsPage);
const TranscriptPage = lazyWithTexts(async () => (await import('./TranscriptPage.tsx')).TranscriptPage);
const RotationPage = lazyWithTexts(async () => (await import('./RotationPage.tsx')).RotationPage);
const RoomPage = lazyWithTexts(async () => (await import('../room/RoomPage.tsx')).RoomPage);

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
            <Route path="people/form" element={<QuestionsPage />} />
            <Route path="answers" element={<AnswersPage />} />
            <Route path="clusters" element={<ClustersPage />} />
            <Route path="sessions" element={<SessionsPage />} />
            <Route path="sessions/:session/agenda" element={<AgendaPage />} />
            <Route path="sessions/:session/rooms" element={<BreakoutsPage />} />
            <Route path="sessions/:session/board" element={<BoardPage />} />
            <Route path="sessions/:session/polls" element={<PollsPage />} />
            <Route path="sessions/:session/output" element={<OutputPage />} />
            <Route path="rotation" element={<RotationPage />} />
            <Route path="devices" element={<DevicesPage />} />
            <Route path="report" element={<ReportPage />} />
            <Route path="s/:session/transcript" element={<TranscriptPage />} />
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
      <Skeleton label={text('common.loading')} />
    </PageShell>
  );
}
