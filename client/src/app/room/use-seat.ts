import type { OpenSessionView } from '@multaqa/shared/facilitate/sessions/sessions.view';
import type { Refused } from '@multaqa/shared/protocol';
import { useCallback, useEffect, useState } from 'react';
import { useNavigate } from 'react-router';
import { useDialogue } from '../../dialogue/DialogueProvider.tsx';
import { useCommand, useMe, useOwn } from '../../dialogue/use-dialogue.ts';

export type SeatState = {
  /** Why the door did not open; null while it does. */
  refusal: Pick<Refused, 'refusal' | 'reference'> | null;
  /** They have said so, and the next page is on its way. */
  isLeaving: boolean;
  retry(): void;
  leave(): void;
};

/** Takes a place in an open session as soon as this person is ready, and again when it was lost, until they leave; who was sent out asks themselves. */
export function useSeat(session: OpenSessionView, isReady: boolean): SeatState {
  const send = useCommand();
  const navigate = useNavigate();
  const { id } = useDialogue();
  const { person } = useMe();
  const seat = session.seats[person];
  const [state, setState] = useState<'outside' | 'asking' | 'leaving'>('outside');
  const [refusal, setRefusal] = useState<Refused | null>(null);
  const sentOut = useOwn(own => own.sessions.sentOut[session.session] ?? null);
  const [isReturning, setReturning] = useState(false);
  const isSeated = seat !== undefined;
  const isOut = sentOut !== null && !isReturning;

  useEffect(() => {
    if (sentOut !== null) return;
    setReturning(false);
    setRefusal(before => (before?.refusal === 'sessions.barred' ? null : before));
    setState(now => (now === 'leaving' ? now : 'outside'));
  }, [sentOut]);

  useEffect(() => {
    if (!isReady || isSeated || isOut || state !== 'outside' || refusal) return;
    setState('asking');
    void send('sessions.enter', { session: session.session }, { forgetRefusal: true }).then(ack => {
      if (!ack.ok) setRefusal(ack);
    });
  }, [isReady, isSeated, isOut, state, refusal, send, session.session]);

  useEffect(() => {
    if (isSeated) setState(now => (now === 'asking' ? 'outside' : now));
  }, [isSeated]);

  const leave = useCallback(() => {
    setState('leaving');
    if (seat) void send('sessions.leave', { room: seat.room });
    void navigate(`/d/${id}`);
  }, [seat, send, navigate, id]);

  const retry = useCallback(() => {
    setRefusal(null);
    setReturning(true);
    setState('outside');
  }, []);

  return {
    refusal: refusal ?? (isOut ? { refusal: `sessions.${sentOut}` } : null),
    isLeaving: state === 'leaving',
    retry,
    leave,
  };
}
