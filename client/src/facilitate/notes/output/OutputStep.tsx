import { Button } from '@mantine/core';
import { plenaryOf } from '@multaqa/shared/kernel/ids';
import { Link } from 'react-router';
import { useDialogue } from '../../../dialogue/DialogueProvider.tsx';
import { useRoleIn } from '../../../dialogue/use-dialogue.ts';
import { useText } from '../texts.ts';
import { writesOutput } from './writes-output.ts';

/** The way to what a session brings together: for those who write it to do so, for everybody else to read it. */
export function OutputStep({ session }: { session: string }) {
  const text = useText();
  const { id } = useDialogue();
  const writes = writesOutput(useRoleIn(plenaryOf(session)));
  return (
    <Button component={Link} to={`/d/${id}/sessions/${session}/output`} variant={writes ? 'light' : 'default'}>
      {text(writes ? 'register.output' : 'output.title')}
    </Button>
  );
}
