import { Button } from '@mantine/core';
import { EmptyState } from '../../design/EmptyState.tsx';
import { Gathering } from '../../design/Gathering.tsx';
import type { DialogueState } from '../../dialogue/dialogue.ts';
import { useText } from '../../platform/languages.ts';

/** Why the server ended the connection, what was kept, and the way out. */
export function Goodbye({ reason }: { reason: NonNullable<DialogueState['goodbye']> }) {
  const text = useText();
  const canRetry = reason === 'reload' || reason === 'too-many';
  return (
    <EmptyState
      of="page"
      picture={<Gathering size={140} />}
      title={text(`goodbye.${reason}.title`)}
      text={text(`goodbye.${reason}.text`)}
    >
      {canRetry && (
        <Button onClick={() => location.reload()}>
          {text(reason === 'reload' ? 'app.reload' : 'goodbye.use-here')}
        </Button>
      )}
      <Button variant="default" component="a" href="/">
        {text('app.home')}
      </Button>
    </EmptyState>
  );
}
