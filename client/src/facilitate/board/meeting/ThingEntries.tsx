import { Menu } from '@mantine/core';
import { isBoxed, type Thing } from '@multaqa/shared/facilitate/board/scene/thing';
import IconColumns3 from '@tabler/icons-react/dist/esm/icons/IconColumns3.mjs';
import IconLock from '@tabler/icons-react/dist/esm/icons/IconLock.mjs';
import IconLockOpen from '@tabler/icons-react/dist/esm/icons/IconLockOpen.mjs';
import IconTag from '@tabler/icons-react/dist/esm/icons/IconTag.mjs';
import { announce } from '../../../design/announce.ts';
import { Icon } from '../../../design/Icon.tsx';
import { useCommand, useMay } from '../../../dialogue/use-dialogue.ts';
import { useLanguage } from '../../../platform/languages.ts';
import type { Desk } from '../surface/desk.ts';
import { commit } from '../surface/edit.ts';
import { byTag } from './by-tag.ts';
import { useMeeting } from './meeting.ts';
import { useText } from './texts.ts';
import { useIsHost, useRoomBoard } from './use-room-board.ts';

type Props = { things: readonly Thing[]; desk: Desk };

/** Tags of what is chosen, order by tags, and the locks of hosts. */
export function ThingEntries({ things, desk }: Props) {
  const text = useText();
  const { direction } = useLanguage();
  const { askForTags } = useMeeting();
  const notes = things.filter(isBoxed).filter(({ kind }) => kind !== 'frame');
  const arrange = () => {
    commit(desk, byTag(notes, direction));
    announce(text('meeting.tags.arranged'));
  };
  return (
    <>
      {notes.length > 0 && (
        <Menu.Item leftSection={<Icon of={IconTag} />} onClick={() => askForTags(desk)}>
          {text('meeting.tags')}
        </Menu.Item>
      )}
      {notes.length > 1 && notes.some(({ tags }) => tags.length > 0) && (
        <Menu.Item leftSection={<Icon of={IconColumns3} />} onClick={arrange}>
          {text('meeting.tags.arrange')}
        </Menu.Item>
      )}
      <Locks things={things} />
    </>
  );
}

function Locks({ things }: Pick<Props, 'things'>) {
  const text = useText();
  const may = useMay();
  const send = useCommand();
  const { room } = useMeeting();
  const { locked } = useRoomBoard(room);
  const isHost = useIsHost(room);
  if (things.length === 0 || !isHost) return null;
  const isLocked = things.every(({ id }) => locked.includes(id));
  const ids = things.map(({ id }) => id);
  return (
    <Menu.Item
      leftSection={<Icon of={isLocked ? IconLockOpen : IconLock} />}
      onClick={() =>
        void send(may('board.lock', { room }) ? 'board.lock' : 'board.prepare', { room, things: ids, on: !isLocked })
      }
    >
      {text(isLocked ? 'meeting.unlock' : 'meeting.lock')}
    </Menu.Item>
  );
}
