import { Menu } from '@mantine/core';
import IconMoodSmile from '@tabler/icons-react/dist/esm/icons/IconMoodSmile.mjs';
import { BarButton } from '../../design/BarButton.tsx';
import { useRoom } from '../../dialogue/room.ts';
import { useMay } from '../../dialogue/use-dialogue.ts';
import { ReactItems } from './ReactItems.tsx';
import { useReactMenu } from './react-menu.ts';
import { useText } from './texts.ts';

/** In the bar: shows the room what one feels, without a word. On phones it is in the menu, since their bar holds five. */
export function ReactButton() {
  const text = useText();
  const { room } = useRoom();
  const may = useMay();
  const { isOpen, setOpen } = useReactMenu();
  if (!may('reactions.sign', { room })) return null;
  return (
    <Menu position="top-end" opened={isOpen} onChange={setOpen}>
      <Menu.Target>
        <BarButton icon={IconMoodSmile} label={text('reactions.react')} />
      </Menu.Target>
      <Menu.Dropdown>{isOpen && <ReactItems />}</Menu.Dropdown>
    </Menu>
  );
}
