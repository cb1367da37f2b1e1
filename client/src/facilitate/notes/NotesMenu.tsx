import { Menu } from '@mantine/core';
import type { NoteKind } from '@multaqa/shared/facilitate/notes/outcomes';
import { templateNames } from '@multaqa/shared/facilitate/notes/templates';
import { type RoomId, type SessionId, sessionOf } from '@multaqa/shared/kernel/ids';
import IconCheck from '@tabler/icons-react/dist/esm/icons/IconCheck.mjs';
import IconDownload from '@tabler/icons-react/dist/esm/icons/IconDownload.mjs';
import IconEye from '@tabler/icons-react/dist/esm/icons/IconEye.mjs';
import IconEyeOff from '@tabler/icons-react/dist/esm/icons/IconEyeOff.mjs';
import IconHistory from '@tabler/icons-react/dist/esm/icons/IconHistory.mjs';
import { Icon } from '../../design/Icon.tsx';
import { MenuOnDemand } from '../../design/MenuOnDemand.tsx';
import { useCommand, useMay, useView } from '../../dialogue/use-dialogue.ts';
import { useText } from './texts.ts';
import { formats, useDownload } from './use-download.ts';

type Props = { kind: NoteKind; room: RoomId; onHistory(): void };

/** What is done with notes besides writing them. */
export function NotesMenu({ kind, room, onHistory }: Props) {
  const text = useText();
  const download = useDownload(kind, room);
  return (
    <MenuOnDemand label={text('notes.menu')}>
      <Menu.Item leftSection={<Icon of={IconHistory} />} onClick={onHistory}>
        {text('notes.history')}
      </Menu.Item>
      <Menu.Label>{text('notes.download')}</Menu.Label>
      {formats.map(format => (
        <Menu.Item key={format} leftSection={<Icon of={IconDownload} />} onClick={() => void download(format)}>
          {text(`notes.format.${format}`)}
        </Menu.Item>
      ))}
      {kind === 'notes' && <Rules room={room} />}
    </MenuOnDemand>
  );
}

/** What hosts settle for the notes of all rooms of the session. */
function Rules({ room }: { room: RoomId }) {
  const text = useText();
  const may = useMay();
  const send = useCommand();
  const session = sessionOf(room);
  const isHidden = useView(({ notes }) => notes.sessions[session]?.authors === 'hidden');
  if (!may('notes.rule')) return null;
  return (
    <>
      <Menu.Divider />
      <Menu.Item
        leftSection={<Icon of={isHidden ? IconEye : IconEyeOff} />}
        onClick={() => void send('notes.rule', { session, authors: isHidden ? 'shown' : 'hidden' })}
      >
        {text(isHidden ? 'notes.authors.show' : 'notes.authors.hide')}
      </Menu.Item>
      <Beginnings label={text('notes.template.here')} session={session} room={room} />
      <Beginnings label={text('notes.template')} session={session} room={null} />
    </>
  );
}

/** With what the notes of one room begin, or those of all rooms (null) that have no beginning of their own. */
function Beginnings({ label, session, room }: { label: string; session: SessionId; room: RoomId | null }) {
  const text = useText();
  const send = useCommand();
  const chosen = useView(({ notes }) => notes.templates[session]?.[room ?? session] ?? null);
  const none = room ? 'notes.template.as-all' : 'notes.template.none';
  return (
    <>
      <Menu.Label>{label}</Menu.Label>
      {([null, ...templateNames] as const).map(template => (
        <Menu.Item
          key={template ?? 'none'}
          {...(chosen === template && { 'aria-current': true, leftSection: <Icon of={IconCheck} /> })}
          onClick={() => void send('notes.template', { session, room, template })}
        >
          {text(template ? `notes.template.${template}` : none)}
        </Menu.Item>
      ))}
    </>
  );
}
