import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { EmptyState } from '../../design/EmptyState.tsx';
import { useDialogue } from '../../dialogue/DialogueProvider.tsx';
import { refusalText } from '../../platform/texts.ts';
import { PageShell } from '../PageShell.tsx';
import { useText } from './texts.ts';
import type { SeatState } from './use-seat.ts';

type Props = { title: string; problem: NonNullable<SeatState['refusal']>; onRetry(): void };

/** What each refusal is called, and the word for trying again; who has been barred waits for a host, and this page then opens by itself. */
const endings = {
  'sessions.barred': { title: 'room.removed', retry: null },
  'sessions.expelled': { title: 'room.removed', retry: 'room.come-back' },
} as const;
const otherwise = { title: 'room.refused', retry: 'common.try-again' } as const;
const endingOf = (refusal: string) => (refusal in endings ? endings[refusal as keyof typeof endings] : otherwise);

/** Why somebody has no place in an open session, and what they can do about it. */
export function NotAdmitted({ title, problem, onRetry }: Props) {
  const text = useText();
  const { id } = useDialogue();
  const ending = endingOf(problem.refusal);
  return (
    <PageShell title={title} width="narrow">
      <EmptyState of="page" title={text(ending.title)} text={refusalText(text, problem)}>
        <Button variant="default" component={Link} to={`/d/${id}`}>
          {text('app.to-dialogue')}
        </Button>
        {ending.retry && <Button onClick={onRetry}>{text(ending.retry)}</Button>}
      </EmptyState>
    </PageShell>
  );
}
