import { type ReactNode, Suspense } from 'react';
import { useStore } from 'zustand';
import { Skeleton } from '../../design/Skeleton.tsx';
import { DialogueColours } from '../../dialogue/DialogueColours.tsx';
import { useDialogue } from '../../dialogue/DialogueProvider.tsx';
import { lazyWithTexts } from '../../platform/lazy-with-texts.tsx';
import { PageShell } from '../PageShell.tsx';
import { ConnectionBanner } from './ConnectionBanner.tsx';
import { Goodbye } from './Goodbye.tsx';
import { RefusedNotices } from './RefusedNotices.tsx';
import { useText } from './texts.ts';

const DevelopmentPanel = import.meta.env.DEV
  ? lazyWithTexts(() => import('../development/DevelopmentPanel.tsx').then(file => file.DevelopmentPanel))
  : null;

/** Lets the pages of a dialogue appear once it has arrived, and says why when it does not or ends. */
export function DialogueGate({ children }: { children: ReactNode }) {
  const text = useText();
  const { store } = useDialogue();
  const goodbye = useStore(store, state => state.goodbye);
  const reference = useStore(store, state => state.reference);
  const isReady = useStore(store, state => state.isReady);
  if (goodbye)
    return (
      <PageShell title="" width="narrow">
        <Goodbye reason={goodbye} reference={reference} />
      </PageShell>
    );
  return (
    <>
      {DevelopmentPanel && (
        <Suspense>
          <DevelopmentPanel />
        </Suspense>
      )}
      <ConnectionBanner />
      {isReady ? (
        <>
          <DialogueColours>{children}</DialogueColours>
          <RefusedNotices />
        </>
      ) : (
        <PageShell title="">
          <Skeleton label={text('common.loading')} />
        </PageShell>
      )}
    </>
  );
}
