import { Menu } from '@mantine/core';
import type { ShownAsk } from '@multaqa/shared/facilitate/floor/floor.view';
import type { Icon as Shape } from '@tabler/icons-react';
import IconArrowBarToDown from '@tabler/icons-react/dist/esm/icons/IconArrowBarToDown.mjs';
import IconArrowDown from '@tabler/icons-react/dist/esm/icons/IconArrowDown.mjs';
import IconArrowUp from '@tabler/icons-react/dist/esm/icons/IconArrowUp.mjs';
import IconUserShare from '@tabler/icons-react/dist/esm/icons/IconUserShare.mjs';
import { Icon } from '../../design/Icon.tsx';
import { MenuOnDemand } from '../../design/MenuOnDemand.tsx';
import { useRoom } from '../../dialogue/room.ts';
import { useCommand } from '../../dialogue/use-dialogue.ts';
import { useText } from './texts.ts';
import { useFloor } from './use-floor.ts';
import { useGive } from './use-give.ts';
import { useNameOf } from './words.ts';

/** What hosts do with somebody who waits: give them the floor now, move them, put them behind all others. */
export function AskMenu({ ask: { item, person }, place }: { ask: ShownAsk; place: number }) {
  const text = useText();
  const send = useCommand();
  const give = useGive();
  const { room } = useRoom();
  const nameOf = useNameOf();
  const last = useFloor(room).queue.length - 1;
  const move = (to: number) => () => void send('floor.place', { room, item, to });
  return (
    <MenuOnDemand label={text('floor.actions', { name: nameOf(person) })}>
      <Entry of={IconUserShare} onClick={() => give(person)}>
        {text('floor.give.now')}
      </Entry>
      {place > 0 && (
        <Entry of={IconArrowUp} onClick={move(place - 1)}>
          {text('floor.up')}
        </Entry>
      )}
      {place < last && (
        <>
          <Entry of={IconArrowDown} onClick={move(place + 1)}>
            {text('floor.down')}
          </Entry>
          <Entry of={IconArrowBarToDown} onClick={() => void send('floor.skip', { room, item })}>
            {text('floor.skip')}
          </Entry>
        </>
      )}
    </MenuOnDemand>
  );
}

const Entry = ({ of, onClick, children }: { of: Shape; onClick(): void; children: string }) => (
  <Menu.Item leftSection={<Icon of={of} size={20} />} onClick={onClick}>
    {children}
  </Menu.Item>
);
