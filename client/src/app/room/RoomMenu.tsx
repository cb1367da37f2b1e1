import { ActionIcon, Menu } from '@mantine/core';
import type { OpenSession } from '@multaqa/shared/facilitate/sessions/sessions.state';
import IconDoorExit from '@tabler/icons-react/dist/esm/icons/IconDoorExit.mjs';
import IconDots from '@tabler/icons-react/dist/esm/icons/IconDots.mjs';
import IconKeyboard from '@tabler/icons-react/dist/esm/icons/IconKeyboard.mjs';
import IconPlayerStop from '@tabler/icons-react/dist/esm/icons/IconPlayerStop.mjs';
import { useState } from 'react';
import { BarButton } from '../../design/BarButton.tsx';
import { ConfirmDialog } from '../../design/ConfirmDialog.tsx';
import { Icon } from '../../design/Icon.tsx';
import { listShortcuts } from '../../design/shortcuts.ts';
import { useCommand, useMay } from '../../dialogue/use-dialogue.ts';
import { useText } from '../../platform/languages.ts';
import { LanguageItems } from '../LanguageMenu.tsx';
import { ThemeItems } from '../PreferencesMenu.tsx';

type Props = { session: OpenSession; onLeave(): void; kind: 'header' | 'bar' };

/** What is needed seldom: colours, keys, the end of the session. In the bar of a phone also the language and the way out. */
export function RoomMenu({ session, onLeave, kind }: Props) {
  const text = useText();
  const may = useMay();
  const send = useCommand();
  const [isClosing, setClosing] = useState(false);
  return (
    <>
      <Menu position={kind === 'bar' ? 'top-end' : 'bottom-end'}>
        <Menu.Target>
          {kind === 'bar' ? (
            <BarButton icon={IconDots} label={text('room.more')} />
          ) : (
            <ActionIcon aria-label={text('room.more')}>
              <Icon of={IconDots} />
            </ActionIcon>
          )}
        </Menu.Target>
        <Menu.Dropdown mah="70vh" style={{ overflowY: 'auto' }}>
          {kind === 'bar' && (
            <>
              <LanguageItems />
              <Menu.Divider />
            </>
          )}
          <ThemeItems />
          <Menu.Divider />
          <Menu.Item leftSection={<Icon of={IconKeyboard} size={20} />} onClick={() => listShortcuts(true)}>
            {text('design.shortcuts.title')}
          </Menu.Item>
          {may('sessions.close') && (
            <Menu.Item leftSection={<Icon of={IconPlayerStop} size={20} />} onClick={() => setClosing(true)}>
              {text('room.close')}
            </Menu.Item>
          )}
          {kind === 'bar' && (
            <Menu.Item leftSection={<Icon of={IconDoorExit} mirrored size={20} />} onClick={onLeave}>
              {text('room.leave')}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      <ConfirmDialog
        isOpen={isClosing}
        title={text('room.close.title')}
        body={text('room.close.text')}
        confirm={text('room.close')}
        tone="danger"
        onClose={() => setClosing(false)}
        onConfirm={() => void send('sessions.close', { session: session.session })}
      />
    </>
  );
}
