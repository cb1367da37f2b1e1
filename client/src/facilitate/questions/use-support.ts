import { useCommand, useOutbox, useOwn } from '../../dialogue/use-dialogue.ts';

type Sent = { question: string; on: boolean };

/** Whether this person supports a question, as they have said it last, and whether the server knows that yet. */
export type Support = { isMine: boolean; isSent: boolean; count: number; toggle(): void };

/** One's own support of a question of a room: it shows at once, and is kept until the server has it. */
export function useSupport(room: string, question: string, counted: number): Support {
  const send = useCommand();
  const known = useOwn(own => own.questions.supported.includes(question));
  const waiting = useOutbox(items =>
    items.filter(
      ({ kind, input, state }) =>
        kind === 'questions.support' && (input as Sent).question === question && state !== 'refused',
    ),
  );
  const last = waiting.at(-1)?.input as Sent | undefined;
  const isMine = last?.on ?? known;
  return {
    isMine,
    isSent: waiting.length === 0,
    count: counted + Number(isMine) - Number(known),
    toggle: () => void send('questions.support', { room, question, on: !isMine }),
  };
}
