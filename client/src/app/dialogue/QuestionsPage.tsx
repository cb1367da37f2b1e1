import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { EmptyState } from '../../design/EmptyState.tsx';
import { useDialogue } from '../../dialogue/DialogueProvider.tsx';
import { useView } from '../../dialogue/use-dialogue.ts';
import { Questions } from '../../people/form/questions/Questions.tsx';
import { useText as useQuestionText } from '../../people/form/questions/texts.ts';
import { SubPage } from './SubPage.tsx';
import { useText } from './texts.ts';

/** What people are asked before they are grouped. */
export function QuestionsPage() {
  const text = useText();
  const questionText = useQuestionText();
  const { id } = useDialogue();
  const isHost = useView(({ form }) => form.answers !== undefined);
  return (
    <SubPage
      title={questionText('questions.title')}
      lead={questionText('questions.lead')}
      back={{ to: `/d/${id}/people`, label: questionText('people.title') }}
    >
      {isHost ? (
        <Questions />
      ) : (
        <EmptyState title={text('app.not-yours')} text={text('refusals.not-permitted')}>
          <Button component={Link} to={`/d/${id}`}>
            {text('app.to-dialogue')}
          </Button>
        </EmptyState>
      )}
    </SubPage>
  );
}
