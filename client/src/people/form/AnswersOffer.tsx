import { Button } from '@mantine/core';
import { isGrouped } from '@multaqa/shared/people/people.state';
import { Link } from 'react-router';
import { StepCard } from '../../design/StepCard.tsx';
import { useDialogue } from '../../dialogue/DialogueProvider.tsx';
import { useMay, useMe, useOwn, useView } from '../../dialogue/use-dialogue.ts';
import { openQuestions, valuesOf } from './answer-values.ts';
import { useText } from './texts.ts';

/** Offers the form to who has not answered everything; nothing once it is answered, closed, or asked of others only. */
export function AnswersOffer() {
  const text = useText();
  const may = useMay();
  const { id } = useDialogue();
  const { person, role } = useMe();
  const asked = useView(view => view.form);
  const card = useView(view => view.people[person]);
  const words = useOwn(own => own.people);
  const answers = useOwn(own => own.form);
  if (!card || !isGrouped(role) || asked.status === 'locked' || !may('form.answer', { person })) return null;
  const open = openQuestions(valuesOf({ ...card, ...words }, asked, answers), asked).length;
  if (open === 0) return null;
  return (
    <StepCard weight="quiet" title={text('form.offer')} text={text('form.open', { count: open })}>
      <Button variant="default" component={Link} to={`/d/${id}/answers`}>
        {text('form.offer.action')}
      </Button>
    </StepCard>
  );
}
