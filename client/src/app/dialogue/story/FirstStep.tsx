import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { StepCard } from '../../../design/StepCard.tsx';
import { useDialogue } from '../../../dialogue/DialogueProvider.tsx';
import { useMay, useView } from '../../../dialogue/use-dialogue.ts';
import { useText } from './texts.ts';

/** What an organiser does first in a new dialogue: one thing at a time, first the people, then the date. */
export function FirstStep() {
  const text = useText();
  const may = useMay();
  const { id } = useDialogue();
  const isAlone = useView(({ people }) => Object.values(people).filter(({ status }) => status === 'active').length < 2);
  const isUnplanned = useView(({ sessions }) => Object.values(sessions).every(({ status }) => status === 'cancelled'));
  const step = isAlone && may('people.add') ? 'people' : isUnplanned && may('sessions.plan') ? 'sessions' : null;
  if (step === null) return null;
  return (
    <StepCard weight="next" title={text(`begin.${step}.title`)} text={text(`begin.${step}.text`)}>
      <Button size="lg" component={Link} to={`/d/${id}/${step}`}>
        {text(`begin.${step}.action`)}
      </Button>
    </StepCard>
  );
}
