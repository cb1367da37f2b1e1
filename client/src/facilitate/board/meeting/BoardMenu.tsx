import { Menu } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import type { RoomId } from '@multaqa/shared/kernel/ids';
import IconChalkboard from '@tabler/icons-react/dist/esm/icons/IconChalkboard.mjs';
import IconHistory from '@tabler/icons-react/dist/esm/icons/IconHistory.mjs';
import IconLayoutColumns from '@tabler/icons-react/dist/esm/icons/IconLayoutColumns.mjs';
import IconLayoutSidebarRight from '@tabler/icons-react/dist/esm/icons/IconLayoutSidebarRight.mjs';
import IconListDetails from '@tabler/icons-react/dist/esm/icons/IconListDetails.mjs';
import IconUser from '@tabler/icons-react/dist/esm/icons/IconUser.mjs';
import { Icon } from '../../../design/Icon.tsx';
import { MenuOnDemand } from '../../../design/MenuOnDemand.tsx';
import { useRoom } from '../../../dialogue/room.ts';
import { ExportItems } from '../transfer/ExportItems.tsx';
import { type BoardPlace, useBoardPlace } from './place.ts';
import type { HeadProps } from './showing.ts';
import { useText } from './texts.ts';
import { useIsHost } from './use-room-board.ts';

/** Where one sees a board, as what, and whose names stand on it; and how it is taken along. */
export function BoardMenu(props: HeadProps) {
  const text = useText();
  const { room, place, board, desk, names, layer, onShow } = props;
  const isHost = useIsHost(room);
  return (
    <MenuOnDemand label={text('meeting.menu')}>
      {place !== 'page' && <Places room={room} place={place} />}
      {names.choose && (
        <Menu.Item leftSection={<Icon of={IconUser} />} onClick={() => names.choose?.(!names.areShown)}>
          {text(names.areShown ? 'meeting.names.hide' : 'meeting.names.show')}
        </Menu.Item>
      )}
      <Menu.Item leftSection={<Icon of={IconListDetails} />} onClick={() => onShow({ view: 'list' })}>
        {text('meeting.list')}
      </Menu.Item>
      <Menu.Item leftSection={<Icon of={IconHistory} />} onClick={() => onShow({ view: 'history' })}>
        {text('meeting.history')}
      </Menu.Item>
      <Menu.Divider />
      <ExportItems target={desk ?? { board, chosen: () => [] }} room={room} layer={isHost ? layer : null} />
    </MenuOnDemand>
  );
}

function Places({ room, place }: { room: RoomId; place: BoardPlace }) {
  const text = useText();
  const { choose } = useBoardPlace(room);
  const { showPanel, hidePanel, setPanelWide, showStage } = useRoom();
  const isSmall = useMediaQuery('(max-width: 960px)', false, { getInitialValueInEffect: false });
  const onStage = () => {
    showStage();
    choose('stage');
    // There the panel lies over the stage.
    if (isSmall) hidePanel();
  };
  return (
    <>
      {place === 'panel' ? (
        <Menu.Item leftSection={<Icon of={IconChalkboard} />} onClick={onStage}>
          {text('meeting.place.stage')}
        </Menu.Item>
      ) : (
        <Menu.Item
          leftSection={<Icon of={IconLayoutSidebarRight} mirrored />}
          onClick={() => {
            choose('panel');
            showPanel('board');
          }}
        >
          {text('meeting.place.panel')}
        </Menu.Item>
      )}
      {!isSmall && (
        <Menu.Item
          leftSection={<Icon of={IconLayoutColumns} />}
          onClick={() => {
            onStage();
            showPanel('notes');
            setPanelWide(true);
          }}
        >
          {text('meeting.place.notes')}
        </Menu.Item>
      )}
    </>
  );
}
