import type { Ballot } from '@multaqa/shared/facilitate/polls/kinds/kinds';
import type { ShownRun } from '@multaqa/shared/facilitate/polls/polls.view';
import { useMemo } from 'react';
import { useCommand, useConnection, useMe, useOutbox, useOwn } from '../../../dialogue/use-dialogue.ts';

/** Where one's ballot is: not cast; on its way; kept on this device until there is a line; counted; refused, with the reason. */
export type CastState =
  | { status: 'none' | 'sending' | 'kept' | 'counted' | 'preparing' | 'elsewhere' }
  | { status: 'refused'; why: string };

/** What a voter has cast in a run, and the way to cast. */
export type Caster = { ballot: Ballot | null; state: CastState; cast(ballot: Ballot): void };

type Vote = { run: string; ballot: Ballot };

/** Casts by a command, which is kept on this device until the server has answered. */
export function useNamedCaster({ run }: ShownRun): Caster {
  const send = useCommand();
  const { place } = useMe();
  const connection = useConnection();
  const own = useOwn(({ polls }) => {
    const found = polls?.[run];
    return found && 'ballot' in found ? found.ballot : null;
  });
  const [last] = useOutbox(all =>
    all
      .filter(({ kind, state, input }) => kind === 'polls.vote' && state !== 'refused' && (input as Vote).run === run)
      .slice(-1),
  );
  return useMemo(() => {
    const cast = (ballot: Ballot) => void send('polls.vote', { run, room: place?.room ?? '', ballot });
    const sent = last ? (last.input as Vote).ballot : null;
    // What is refused is told above the page, once, wherever its sender is by then.
    if (last) return { ballot: sent, cast, state: { status: connection.status === 'on' ? 'sending' : 'kept' } };
    return { ballot: own, cast, state: { status: own ? 'counted' : 'none' } };
  }, [last, own, connection.status, send, run, place?.room]);
}

/** True once somebody has a ballot in a run, counted or on its way. */
export const useHasVoted = (run: string): boolean => {
  const isCounted = useOwn(({ polls }) => polls?.[run] !== undefined && 'ballot' in polls[run]);
  const waiting = useOutbox(all =>
    all.filter(({ kind, state, input }) => kind === 'polls.vote' && state !== 'refused' && (input as Vote).run === run),
  );
  return isCounted || waiting.length > 0;
};
