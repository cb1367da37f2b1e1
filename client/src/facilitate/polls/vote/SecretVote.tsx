import type { ShownRun } from '@multaqa/shared/facilitate/polls/polls.view';
import { useConnection } from '../../../dialogue/use-dialogue.ts';
import { refusalText } from '../../../platform/texts.ts';
import { usePaper } from '../paper/use-paper.ts';
import { useText } from '../texts.ts';
import { BallotForm } from './BallotForm.tsx';
import type { CastState } from './caster.ts';

/** One's ballot in an anonymous run, on a paper that nobody can recognise. */
export function SecretVote({ run, room }: { run: ShownRun; room: string }) {
  const text = useText();
  const connection = useConnection();
  const paper = usePaper(run, room);
  const { state, ballot, refusal } = paper;
  const standing = (): CastState => {
    switch (state) {
      case 'refused':
        return { status: 'refused', why: refusalText(text, refusal ?? 'fault') };
      case 'kept':
        return { status: connection.status === 'on' ? 'sending' : 'kept' };
      case 'cast':
        return { status: 'counted' };
      case 'ready':
        return { status: 'none' };
      default:
        return { status: state };
    }
  };
  return <BallotForm run={run} caster={{ ballot, state: standing(), cast: paper.cast }} />;
}
