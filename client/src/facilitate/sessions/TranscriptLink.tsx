import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { useDialogue } from '../../dialogue/DialogueProvider.tsx';
import { useOwn } from '../../dialogue/use-dialogue.ts';
import { useText } from './texts.ts';

/** The way to what was written in a session; nothing for who did not take part in it. */
export function TranscriptLink({ session, title }: { session: string; title: string }) {
  const text = useText();
  const { id } = useDialogue();
  const hasTakenPart = useOwn(own => own.sessions.attended.includes(session));
  if (!hasTakenPart) return null;
  return (
    <Button
      variant="default"
      component={Link}
      to={`/d/${id}/s/${session}/transcript`}
      aria-label={text('sessions.transcript.of', { title })}
    >
      {text('sessions.transcript')}
    </Button>
  );
}
