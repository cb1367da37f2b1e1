import { ActionIcon, Menu } from '@mantine/core';
import IconDots from '@tabler/icons-react/dist/esm/icons/IconDots.mjs';
import { Suspense, useState } from 'react';
import { BarButton } from '../../design/BarButton.tsx';
import { Icon } from '../../design/Icon.tsx';
import { lazyWithTexts } from '../../platform/lazy-with-texts.tsx';
import { RoomMenuPages } from './RoomMenuPages.tsx';
import { useText } from './texts.ts';

const CheckDialog = lazyWithTexts(async () => (await import('./CheckDialog.tsx')).CheckDialog);

/** What is needed seldom: how one sees the room, the connection, devices, keys. On phones it hangs on the bar, with what the header has no room for. */
export function RoomMenu({ kind }: { kind: 'header' | 'bar' }) {
  const text = useText();
  const [isOpen, setOpen] = useState(false);
  const [isChecking, setChecking] = useState(false);
  return (
    <>
      <Menu position={kind === 'bar' ? 'top-end' : 'bottom-end'} opened={isOpen} onChange={setOpen}>
        <Menu.Target>
          {kind === 'bar' ? (
            <BarButton icon={IconDots} label={text('room.more')} />
          ) : (
            <ActionIcon aria-label={text('room.more')}>
              <Icon of={IconDots} />
            </ActionIcon>
          )}
        </Menu.Target>
        <Menu.Dropdown mah="70vh" maw="calc(100vw - 16px)" style={{ overflowY: 'auto' }}>
          {isOpen && <RoomMenuPages kind={kind} onCheck={() => setChecking(true)} />}
        </Menu.Dropdown>
      </Menu>
      {isChecking && (
        <Suspense>
          <CheckDialog onClose={() => setChecking(false)} />
        </Suspense>
      )}
    </>
  );
}
