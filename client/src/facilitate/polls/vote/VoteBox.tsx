import { Loader } from '@mantine/core';
import type { ShownRun } from '@multaqa/shared/facilitate/polls/polls.view';
import { Suspense } from 'react';
import { useOwn } from '../../../dialogue/use-dialogue.ts';
import { lazyWithTexts } from '../../../platform/lazy-with-texts.tsx';
import { BallotForm } from './BallotForm.tsx';
import { useNamedCaster } from './caster.ts';

// What makes ballot papers is loaded where one is needed.
const SecretVote = lazyWithTexts(async () => (await import('./SecretVote.tsx')).SecretVote);

const LateBallot = lazyWithTexts(async () => (await import('./SecretVote.tsx')).LateBallot);

/** What became of one's own ballot of an anonymous run that is closed, where this person holds a paper. */
export function VoteAfterClose({ run, room }: { run: ShownRun; room: string }) {
  const hasPaper = useOwn(({ polls }) => polls?.[run.run] !== undefined);
  if (!hasPaper || run.sheet.names !== 'never') return null;
  return (
    <Suspense fallback={null}>
      <LateBallot run={run} room={room} />
    </Suspense>
  );
}

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
