import { Button } from '@mantine/core';
import IconFileImport from '@tabler/icons-react/dist/esm/icons/IconFileImport.mjs';
import IconUserPlus from '@tabler/icons-react/dist/esm/icons/IconUserPlus.mjs';
import { Link } from 'react-router';
import { Icon } from '../../design/Icon.tsx';
import { useDialogue } from '../../dialogue/DialogueProvider.tsx';
import { useText } from './texts.ts';

/** The two ways in: one by one, or a whole list. */
export function AddButtons({ onAdd }: { onAdd(): void }) {
  const text = useText();
  const { id } = useDialogue();
  return (
    <>
      <Button
        component={Link}
        to={`/d/${id}/people/import`}
        variant="default"
        leftSection={<Icon of={IconFileImport} size={20} />}
      >
        {text('roster.import')}
      </Button>
      <Button leftSection={<Icon of={IconUserPlus} size={20} />} onClick={onAdd}>
        {text('roster.add')}
      </Button>
    </>
  );
}
