import { Menu } from '@mantine/core';
import IconChalkboard from '@tabler/icons-react/dist/esm/icons/IconChalkboard.mjs';
import IconCircleDot from '@tabler/icons-react/dist/esm/icons/IconCircleDot.mjs';
import IconFocus2 from '@tabler/icons-react/dist/esm/icons/IconFocus2.mjs';
import IconHistory from '@tabler/icons-react/dist/esm/icons/IconHistory.mjs';
import IconLayersSubtract from '@tabler/icons-react/dist/esm/icons/IconLayersSubtract.mjs';
import IconLayoutColumns from '@tabler/icons-react/dist/esm/icons/IconLayoutColumns.mjs';
import IconLayoutSidebarRight from '@tabler/icons-react/dist/esm/icons/IconLayoutSidebarRight.mjs';
import IconPresentation from '@tabler/icons-react/dist/esm/icons/IconPresentation.mjs';
import IconStopwatch from '@tabler/icons-react/dist/esm/icons/IconStopwatch.mjs';
import IconUser from '@tabler/icons-react/dist/esm/icons/IconUser.mjs';
import IconWriting from '@tabler/icons-react/dist/esm/icons/IconWriting.mjs';
import { useState } from 'react';
import { Icon } from '../../../design/Icon.tsx';
import { MenuOnDemand } from '../../../design/MenuOnDemand.tsx';
import { useDialogue } from '../../../dialogue/DialogueProvider.tsx';
import { useRoom } from '../../../dialogue/room.ts';
import { useCommand, useMay } from '../../../dialogue/use-dialogue.ts';
import { type HostForm, HostForms } from './HostForms.tsx';
import { useBoardPlace } from './place.ts';
import type { HeadProps } from './showing.ts';
import { useText } from './texts.ts';
import { useRoomBoard } from './use-room-board.ts';

/** Where one sees a board, whose names stand on it, and what hosts do with it. */
export function BoardMenu(props: HeadProps) {
  const text = useText();
  const may = useMay();
  const [form, setForm] = useState<HostForm | null>(null);
  const { room, board, names, onHistory } = props;
  return (
    <>
      <MenuOnDemand label={text('meeting.menu')}>
        <Places {...props} />
        {names.choose && (
          <Menu.Item leftSection={<Icon of={IconUser} />} onClick={() => names.choose?.(!names.areShown)}>
            {text(names.areShown ? 'meeting.names.hide' : 'meeting.names.show')}
          </Menu.Item>
        )}
        <Menu.Item leftSection={<Icon of={IconHistory} />} onClick={onHistory}>
          {text('meeting.history')}
        </Menu.Item>
        {may('board.show', { room }) && <HostEntries {...props} onForm={setForm} />}
      </MenuOnDemand>
      {form && <HostForms room={room} board={board} form={form} onClose={() => setForm(null)} />}
    </>
  );
}

function Places({ room, place }: Pick<HeadProps, 'room' | 'place'>) {
  const text = useText();
  const { choose } = useBoardPlace(room);
  const { showPanel, setPanelWide, showStage } = useRoom();
  const onStage = () => {
    showStage();
    choose('stage');
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
    </>
  );
}

type Host = Pick<HeadProps, 'room' | 'desk' | 'layer' | 'onLayer'> & { onForm(form: HostForm): void };

function HostEntries({ room, desk, layer, onLayer, onForm }: Host) {
  const text = useText();
  const send = useCommand();
  const { signal } = useDialogue();
  const { onStage, round, vote, timer } = useRoomBoard(room);
  const gather = () => {
    if (desk) signal('board.gather', { room, view: desk.view() });
  };
  return (
    <>
      <Menu.Divider />
      <Menu.Label>{text('meeting.for-all')}</Menu.Label>
      <Menu.Item
        leftSection={<Icon of={IconPresentation} />}
        onClick={() => void send('board.show', { room, on: !onStage })}
      >
        {text(onStage ? 'meeting.stage.off' : 'meeting.stage')}
      </Menu.Item>
      {desk && layer === 'board' && (
        <Menu.Item leftSection={<Icon of={IconFocus2} />} onClick={gather}>
          {text('meeting.gather')}
        </Menu.Item>
      )}
      {!round && (
        <Menu.Item leftSection={<Icon of={IconWriting} />} onClick={() => onForm('round')}>
          {text('meeting.begin')}
        </Menu.Item>
      )}
      {vote?.status !== 'open' && (
        <Menu.Item leftSection={<Icon of={IconCircleDot} />} onClick={() => onForm('vote')}>
          {text('meeting.call')}
        </Menu.Item>
      )}
      {timer === null ? (
        <Menu.Item leftSection={<Icon of={IconStopwatch} />} onClick={() => onForm('timer')}>
          {text('meeting.timer')}
        </Menu.Item>
      ) : (
        <Menu.Item
          leftSection={<Icon of={IconStopwatch} />}
          onClick={() => void send('board.time', { room, seconds: null })}
        >
          {text('meeting.timer.off')}
        </Menu.Item>
      )}
      {onLayer && (
        <Menu.Item
          leftSection={<Icon of={IconLayersSubtract} />}
          onClick={() => onLayer(layer === 'hosts' ? 'board' : 'hosts')}
        >
          {text(layer === 'hosts' ? 'meeting.layer.leave' : 'meeting.layer')}
        </Menu.Item>
      )}
    </>
  );
}
