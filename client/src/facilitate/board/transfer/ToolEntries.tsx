import { Menu } from '@mantine/core';
import IconLayoutBoard from '@tabler/icons-react/dist/esm/icons/IconLayoutBoard.mjs';
import IconList from '@tabler/icons-react/dist/esm/icons/IconList.mjs';
import IconPhoto from '@tabler/icons-react/dist/esm/icons/IconPhoto.mjs';
import { Icon } from '../../../design/Icon.tsx';
import { useText as useTemplateText } from '../templates/texts.ts';
import { ask } from './asked.ts';
import { useText } from './texts.ts';

/** Entries of the menu of tools: what comes onto a board from elsewhere. `BoardTransfer` draws what they ask for. */
export function ToolEntries() {
  const text = useText();
  const templateText = useTemplateText();
  return (
    <>
      <Menu.Item leftSection={<Icon of={IconPhoto} size={20} />} onClick={() => ask('images')}>
        {text('board.transfer.image.choose')}
      </Menu.Item>
      <Menu.Item leftSection={<Icon of={IconList} size={20} />} onClick={() => ask('list')}>
        {text('board.transfer.title')}
      </Menu.Item>
      <Menu.Item leftSection={<Icon of={IconLayoutBoard} size={20} />} onClick={() => ask('templates')}>
        {templateText('board.template.title')}
      </Menu.Item>
    </>
  );
}
