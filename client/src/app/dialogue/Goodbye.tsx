import { Button } from '@mantine/core';
import { EmptyState } from '../../design/EmptyState.tsx';
import { Gathering } from '../../design/Gathering.tsx';
import type { DialogueState } from '../../dialogue/dialogue-state.ts';
import { useText } from './texts.ts';

type Props = { reason: NonNullable<DialogueState['goodbye']>; reference: string | null };

const waysOn = { reload: 'app.reload', 'too-many': 'goodbye.use-here', quarantined: 'common.try-again' } as const;

/** Why the server ended the connection, what was kept, and the way out. */
export function Goodbye({ reason, reference }: Props) {
  const text = useText();
  const wayOn = reason in waysOn ? waysOn[reason as keyof typeof waysOn] : null;
  const words = text(`goodbye.${reason}.text`);
  return (
    <EmptyState
      of="page"
      picture={<Gathering size={140} />}
      title={text(`goodbye.${reason}.title`)}
      text={reference ? `${words} ${text('common.reference', { reference })}` : words}
    >
      {wayOn && <Button onClick={() => location.reload()}>{text(wayOn)}</Button>}
      <Button variant="default" component="a" href="/">
        {text('app.home')}
      </Button>
    </EmptyState>
  );
}
