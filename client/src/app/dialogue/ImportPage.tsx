import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { EmptyState } from '../../design/EmptyState.tsx';
import { useDialogue } from '../../dialogue/DialogueProvider.tsx';
import { useMay } from '../../dialogue/use-dialogue.ts';
import { ImportPeople } from '../../people/import/ImportPeople.tsx';
import { useText as useListText } from '../../people/import/texts.ts';
import { SubPage } from './SubPage.tsx';
import { useText } from './texts.ts';

/** A list of people becomes the roster. */
export function ImportPage() {
  const text = useText();
  const listText = useListText();
  const may = useMay();
  const { id } = useDialogue();
  return (
    <SubPage
      title={listText('import.title')}
      lead={listText('import.lead')}
      back={{ to: `/d/${id}/people`, label: listText('people.title') }}
    >
      {may('people.add') ? (
        <ImportPeople />
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
