import { ActionIcon, Menu } from '@mantine/core';
import type { OpenSessionView } from '@multaqa/shared/facilitate/sessions/sessions.view';
import IconDots from '@tabler/icons-react/dist/esm/icons/IconDots.mjs';
import { Suspense, useState } from 'react';
import { BarButton } from '../../design/BarButton.tsx';
import { ConfirmDialog } from '../../design/ConfirmDialog.tsx';
import { Icon } from '../../design/Icon.tsx';
import { useCommand } from '../../dialogue/use-dialogue.ts';
import type { Media } from '../../facilitate/media/media-state.ts';
import { lazyWithTexts } from '../../platform/lazy-with-texts.ts';
import { RoomMenuPages } from './RoomMenuPages.tsx';
import { useText } from './texts.ts';

const CheckDialog = lazyWithTexts(async () => (await import('./CheckDialog.tsx')).CheckDialog);

type Props = { session: OpenSessionView; media: Media | null; onLeave(): void; kind: 'header' | 'bar' };

/** What is needed seldom: colours, devices, keys, the end of the session. In the bar of a phone also all that its bar has no room for. */
export function RoomMenu({ session, media, onLeave, kind }: Props) {
  const text = useText();
  const send = useCommand();
  const [isOpen, setOpen] = useState(false);
  const [asked, setAsked] = useState<'close' | 'check' | null>(null);
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
          {isOpen && <RoomMenuPages media={media} kind={kind} onAsk={setAsked} onLeave={onLeave} />}
        </Menu.Dropdown>
      </Menu>
      <ConfirmDialog
        isOpen={asked === 'close'}
        title={text('room.close.title')}
        body={text('room.close.text')}
        confirm={text('room.close')}
        tone="danger"
        onClose={() => setAsked(null)}
        onConfirm={() => void send('sessions.close', { session: session.session })}
      />
      {asked === 'check' && (
        <Suspense>
          <CheckDialog media={media} onClose={() => setAsked(null)} />
        </Suspense>
      )}
    </>
  );
}
