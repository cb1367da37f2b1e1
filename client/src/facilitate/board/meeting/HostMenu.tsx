import { Button, Menu } from '@mantine/core';
import IconCircleDot from '@tabler/icons-react/dist/esm/icons/IconCircleDot.mjs';
import IconFocus2 from '@tabler/icons-react/dist/esm/icons/IconFocus2.mjs';
import IconLayersSubtract from '@tabler/icons-react/dist/esm/icons/IconLayersSubtract.mjs';
import IconPresentation from '@tabler/icons-react/dist/esm/icons/IconPresentation.mjs';
import IconStopwatch from '@tabler/icons-react/dist/esm/icons/IconStopwatch.mjs';
import IconUsersGroup from '@tabler/icons-react/dist/esm/icons/IconUsersGroup.mjs';
import IconWriting from '@tabler/icons-react/dist/esm/icons/IconWriting.mjs';
import { useState } from 'react';
import { Icon } from '../../../design/Icon.tsx';
import { useDialogue } from '../../../dialogue/DialogueProvider.tsx';
import { useCommand, useMay } from '../../../dialogue/use-dialogue.ts';
import { type HostForm, HostForms } from './HostForms.tsx';
import styles from './RoomBoard.module.css';
import type { HeadProps } from './showing.ts';
import { useText } from './texts.ts';
import { useRoomBoard } from './use-room-board.ts';

/** What hosts do with a board for everybody. */
export function HostMenu(props: HeadProps) {
  const text = useText();
  const may = useMay();
  const [form, setForm] = useState<HostForm | null>(null);
  const { room, board, layer, onLayer } = props;
  if (!may('board.show', { room }))
    // Before the room is open there is nobody to show anything to.
    return onLayer && layer === 'board' ? (
      <Button size="xs" variant="subtle" onClick={() => onLayer('hosts')}>
        {text('meeting.layer')}
      </Button>
    ) : null;
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <button type="button" className={styles.forAll}>
            <Icon of={IconUsersGroup} size={20} />
            {text('meeting.for-all')}
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          <HostEntries {...props} onForm={setForm} />
        </Menu.Dropdown>
      </Menu>
      {form && <HostForms room={room} board={board} form={form} onClose={() => setForm(null)} />}
    </>
  );
}

type Entries = Pick<HeadProps, 'room' | 'desk' | 'layer' | 'onLayer'> & { onForm(form: HostForm): void };

function HostEntries({ room, desk, layer, onLayer, onForm }: Entries) {
  const text = useText();
  const send = useCommand();
  const { signal } = useDialogue();
  const { onStage, round, vote, timer } = useRoomBoard(room);
  const gather = () => {
    if (desk) signal('board.gather', { room, view: desk.view() });
  };
  return (
    <>
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
