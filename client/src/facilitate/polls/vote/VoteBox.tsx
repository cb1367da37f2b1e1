import { Loader } from '@mantine/core';
import type { ShownRun } from '@multaqa/shared/facilitate/polls/polls.view';
import { Suspense } from 'react';
import { lazyWithTexts } from '../../../platform/lazy-with-texts.tsx';
import { BallotForm } from './BallotForm.tsx';
import { useNamedCaster } from './caster.ts';

// What makes ballot papers is loaded where one is needed.
const SecretVote = lazyWithTexts(async () => (await import('./SecretVote.tsx')).SecretVote);

/** One's own ballot in a run that is open. */
export function VoteBox({ run, room }: { run: ShownRun; room: string }) {
  if (run.sheet.names !== 'never') return <NamedVote run={run} />;
  return (
    <Suspense fallback={<Loader size={20} />}>
      <SecretVote run={run} room={room} />
    </Suspense>
  );
}

function NamedVote({ run }: { run: ShownRun }) {
  return <BallotForm run={run} caster={useNamedCaster(run)} />;
}
