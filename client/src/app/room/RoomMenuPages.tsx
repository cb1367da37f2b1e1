import { Menu } from '@mantine/core';
import type { Icon as Shape } from '@tabler/icons-react';
import IconChevronLeft from '@tabler/icons-react/dist/esm/icons/IconChevronLeft.mjs';
import IconChevronRight from '@tabler/icons-react/dist/esm/icons/IconChevronRight.mjs';
import IconKeyboard from '@tabler/icons-react/dist/esm/icons/IconKeyboard.mjs';
import IconPalette from '@tabler/icons-react/dist/esm/icons/IconPalette.mjs';
import IconStethoscope from '@tabler/icons-react/dist/esm/icons/IconStethoscope.mjs';
import IconWorld from '@tabler/icons-react/dist/esm/icons/IconWorld.mjs';
import { type ComponentType, useEffect, useRef, useState } from 'react';
import { Icon } from '../../design/Icon.tsx';
import { listShortcuts } from '../../design/shortcuts.ts';
import { useRoom } from '../../dialogue/room.ts';
import type { RoomFeature } from '../../dialogue/room-feature.ts';
import { LanguageItems } from '../LanguageMenu.tsx';
import { ThemeItems } from '../PreferencesMenu.tsx';
import { featuresIn } from './features.ts';
import { LayoutItems } from './layouts/LayoutItems.tsx';
import { useLayout } from './layouts/layout-choice.ts';
import { layouts } from './layouts/layouts.ts';
import { useText } from './texts.ts';

type Props = { kind: 'header' | 'bar'; onCheck(): void };

/** The entries of the room's menu. Those with choices have a page of their own, so that the last entry needs no scrolling. */
export function RoomMenuPages({ kind, onCheck }: Props) {
  const [Page, setPage] = useState<ComponentType | null>(null);
  const box = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the entry that had the focus has gone with its page.
  useEffect(() => {
    box.current?.querySelector<HTMLElement>('[role^="menuitem"]')?.focus();
  }, [Page]);
  // A component is a function, which a setter would call.
  const turn = (next: ComponentType) => setPage(() => next);
  return (
    <div ref={box}>
      {Page ? (
        <>
          <Back onBack={() => setPage(null)} />
          <Page />
        </>
      ) : (
        <Entries kind={kind} onCheck={onCheck} onTurn={turn} />
      )}
    </div>
  );
}

function Entries({ kind, onCheck, onTurn }: Props & { onTurn(page: ComponentType): void }) {
  const text = useText();
  const layout = useLayout();
  const { isLobby } = useRoom();
  return (
    <>
      {!isLobby && <Entry icon={layouts[layout].icon} label={text('room.view')} onTurn={() => onTurn(LayoutItems)} />}
      {featuresIn(isLobby).map(({ name, useMenuEntry }) =>
        useMenuEntry ? <FeatureEntry key={name} useMenuEntry={useMenuEntry} onTurn={onTurn} /> : null,
      )}
      {kind === 'bar' && <Entry icon={IconWorld} label={text('app.languages')} onTurn={() => onTurn(LanguageItems)} />}
      <Entry icon={IconPalette} label={text('app.theme')} onTurn={() => onTurn(ThemeItems)} />
      <Menu.Item leftSection={<Icon of={IconStethoscope} size={20} />} onClick={onCheck}>
        {text('room.check')}
      </Menu.Item>
      <Menu.Item leftSection={<Icon of={IconKeyboard} size={20} />} onClick={() => listShortcuts(true)}>
        {text('design.shortcuts.title')}
      </Menu.Item>
    </>
  );
}

type FeatureProps = Required<Pick<RoomFeature, 'useMenuEntry'>> & { onTurn(page: ComponentType): void };

function FeatureEntry({ useMenuEntry, onTurn }: FeatureProps) {
  const entry = useMenuEntry();
  if (!entry) return null;
  if ('Page' in entry) return <Entry icon={entry.icon} label={entry.label} onTurn={() => onTurn(entry.Page)} />;
  return (
    <Menu.Item leftSection={<Icon of={entry.icon} size={20} />} onClick={entry.run}>
      {entry.label}
    </Menu.Item>
  );
}

/** An entry that opens a page of choices. */
function Entry({ icon, label, onTurn }: { icon: Shape; label: string; onTurn(): void }) {
  return (
    <Menu.Item
      closeMenuOnClick={false}
      leftSection={<Icon of={icon} size={20} />}
      rightSection={<Icon of={IconChevronRight} mirrored size={18} />}
      onClick={onTurn}
    >
      {label}
    </Menu.Item>
  );
}

function Back({ onBack }: { onBack(): void }) {
  const text = useText();
  return (
    <>
      <Menu.Item
        closeMenuOnClick={false}
        leftSection={<Icon of={IconChevronLeft} mirrored size={20} />}
        onClick={onBack}
      >
        {text('room.menu.back')}
      </Menu.Item>
      <Menu.Divider />
    </>
  );
}
