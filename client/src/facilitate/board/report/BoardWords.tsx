import { Button } from '@mantine/core';
import type { DialogueOutcomes } from '@multaqa/shared/dialogue';
import { Note } from '../../../design/Note.tsx';
import { Skeleton } from '../../../design/Skeleton.tsx';
import { refusalText } from '../../../platform/texts.ts';
import { DotTable } from './DotTable.tsx';
import { NamedNotes } from './NamedNotes.tsx';
import { useText } from './texts.ts';
import { useToldThings } from './use-told-things.ts';

/** What a board says in words, beside its picture: each counted vote, and who wrote what was revealed with names. */
export function BoardWords({ of: { room, votes } }: { of: DialogueOutcomes['board'][number] }) {
  const text = useText();
  const told = useToldThings(room);
  if (told.status === 'reading') return <Skeleton label={text('common.loading')} rows={3} />;
  if (told.status === 'failed') {
    // Whoever may not see a board yet is shown no picture of it either.
    if (told.problem.refusal === 'unknown') return null;
    return (
      <Note tone="danger">
        {text('board-report.failed')} {refusalText(text, told.problem)}{' '}
        <Button size="xs" variant="default" onClick={told.again}>
          {text('common.try-again')}
        </Button>
      </Note>
    );
  }
  return (
    <>
      {votes.map(vote => (
        <DotTable key={`${vote.vote} ${vote.at}`} vote={vote} things={told.things} />
      ))}
      <NamedNotes things={told.things} />
    </>
  );
}
