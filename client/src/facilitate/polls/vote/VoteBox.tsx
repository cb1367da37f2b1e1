import type { ShownRun } from '@multaqa/shared/facilitate/polls/polls.view';
import { lazyWithTexts } from '../../../platform/lazy-with-texts.tsx';
import { BallotForm } from './BallotForm.tsx';
import { useNamedCaster } from './caster.ts';

// What makes ballot papers is loaded where one is needed.
const SecretVote = lazyWithTexts(async () => (await import('./SecretVote.tsx')).SecretVote);

/** One's own ballot in a run that is open. */
export function VoteBox({ run, room }: { run: ShownRun; room: string }) {
  return run.sheet.names === 'never' ? <SecretVote run={run} room={room} /> : <NamedVote run={run} />;
}

function NamedVote({ run }: { run: ShownRun }) {
  return <BallotForm run={run} caster={useNamedCaster(run)} />;
}
