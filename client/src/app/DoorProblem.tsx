import { Button } from '@mantine/core';
import { EmptyState } from '../design/EmptyState.tsx';
import { Gathering } from '../design/Gathering.tsx';
import type { Problem } from '../platform/http.ts';
import { refusalText } from '../platform/texts.ts';
import { useText } from './texts.ts';

type Props = { problem: Problem; kind: 'join' | 'organiser'; onRetry(): void };

const printLink = 'npm start -- --organiser-link';

/** Why a link did not open, and what to do about it. */
export function DoorProblem({ problem, kind, onRetry }: Props) {
  const text = useText();
  // A link that lost a part of itself on its way is not even a token.
  const isLink = problem.refusal === 'link-unknown' || problem.refusal === 'malformed';
  const isFinal = isLink || problem.refusal === 'removed';
  return (
    <EmptyState
      of="page"
      picture={<Gathering size={140} />}
      title={text(isLink ? 'door.link.title' : isFinal ? 'door.removed.title' : 'door.trouble.title')}
      text={isLink ? text(`door.link.${kind}`) : refusalText(text, problem)}
      command={isLink && kind === 'organiser' ? printLink : undefined}
    >
      {!isFinal && <Button onClick={onRetry}>{text('common.try-again')}</Button>}
      <Button variant="default" component="a" href="/">
        {text('app.home')}
      </Button>
    </EmptyState>
  );
}
