import type { ShownRun } from '@multaqa/shared/facilitate/polls/polls.view';
import { useEffect } from 'react';
import { useConnection } from '../../../dialogue/use-dialogue.ts';
import { refusalText } from '../../../platform/texts.ts';
import { rememberCast } from '../cast-here.ts';
import { usePaper } from '../paper/use-paper.ts';
import { useText } from '../texts.ts';
import { BallotForm, State } from './BallotForm.tsx';
import type { Caster, CastState } from './caster.ts';

type Props = { run: ShownRun; room: string };

/** One's ballot in an anonymous run, on a paper that nobody can recognise. */
export function SecretVote({ run, room }: Props) {
  return <BallotForm run={run} caster={useSecretCaster(run, room)} />;
}

/** What became of a ballot that was still on its way when the run was closed; nothing for every other. */
export function LateBallot({ run, room }: Props) {
  const { state } = useSecretCaster(run, room);
  return ['kept', 'sending', 'refused'].includes(state.status) ? <State state={state} /> : null;
}

function useSecretCaster(run: ShownRun, room: string): Caster {
  const text = useText();
  const connection = useConnection();
  const paper = usePaper(run, room);
  const { state, ballot, refusal } = paper;
  useEffect(() => {
    if (state === 'cast' || state === 'kept') rememberCast(run.run);
  }, [state, run.run]);
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
  return { ballot, state: standing(), cast: paper.cast };
}
