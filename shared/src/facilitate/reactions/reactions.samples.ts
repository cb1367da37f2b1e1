import type { Sign } from './reactions.messages.ts';

type Step = [by: string, kind: string, input: object];
type Given = { cleo: string; dina: string; session: string; room: string };

/** Short histories of signs, each with one command at its end that may be refused. Cleo is in the room, Dina waits in the lobby. */
export function reactionHistories({ cleo, dina, session, room }: Given): Step[][] {
  const sign = (name: Sign, on: boolean): Step => [cleo, 'reactions.sign', { room, sign: name, on }];
  return [
    [sign('slower', true), sign('slower', false)],
    [sign('question', true), [cleo, 'sessions.leave', { room }]],
    [
      [dina, 'sessions.enter', { session }],
      [dina, 'reactions.sign', { room: `${session}/lobby`, sign: 'agree', on: true }],
    ],
  ];
}
