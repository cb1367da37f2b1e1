import { Menu } from '@mantine/core';
import type { Icon as Shape } from '@tabler/icons-react';
import IconAdjustmentsHorizontal from '@tabler/icons-react/dist/esm/icons/IconAdjustmentsHorizontal.mjs';
import IconRotateClockwise from '@tabler/icons-react/dist/esm/icons/IconRotateClockwise.mjs';
import IconUserShare from '@tabler/icons-react/dist/esm/icons/IconUserShare.mjs';
import { Icon } from '../../design/Icon.tsx';
import { MenuOnDemand } from '../../design/MenuOnDemand.tsx';
import { useRoom } from '../../dialogue/room.ts';
import { openDialog } from './dialogs.ts';
import { useText } from './texts.ts';
import { useFloor } from './use-floor.ts';

/** What hosts do with the floor of the room besides what stands at each person. */
export function HostTools() {
  const text = useText();
  const { room } = useRoom();
  const { round } = useFloor(room);
  return (
    <MenuOnDemand label={text('floor.tools')}>
      <Entry of={IconUserShare} onClick={() => openDialog('give')}>
        {text('floor.give')}
      </Entry>
      {!round && (
        <Entry of={IconRotateClockwise} onClick={() => openDialog('round')}>
          {text('floor.round')}
        </Entry>
      )}
      <Entry of={IconAdjustmentsHorizontal} onClick={() => openDialog('rule')}>
        {text('floor.rule')}
      </Entry>
    </MenuOnDemand>
  );
}

const Entry = ({ of, onClick, children }: { of: Shape; onClick(): void; children: string }) => (
  <Menu.Item leftSection={<Icon of={of} size={20} />} onClick={onClick}>
    {children}
  </Menu.Item>
);
