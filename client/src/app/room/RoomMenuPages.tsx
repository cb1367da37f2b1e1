import { Menu } from '@mantine/core';
import type { Icon as Shape } from '@tabler/icons-react';
import IconChevronLeft from '@tabler/icons-react/dist/esm/icons/IconChevronLeft.mjs';
import IconChevronRight from '@tabler/icons-react/dist/esm/icons/IconChevronRight.mjs';
import IconDoorExit from '@tabler/icons-react/dist/esm/icons/IconDoorExit.mjs';
import IconKeyboard from '@tabler/icons-react/dist/esm/icons/IconKeyboard.mjs';
import IconLayoutGrid from '@tabler/icons-react/dist/esm/icons/IconLayoutGrid.mjs';
import IconPalette from '@tabler/icons-react/dist/esm/icons/IconPalette.mjs';
import IconPlayerStop from '@tabler/icons-react/dist/esm/icons/IconPlayerStop.mjs';
import IconStethoscope from '@tabler/icons-react/dist/esm/icons/IconStethoscope.mjs';
import IconWorld from '@tabler/icons-react/dist/esm/icons/IconWorld.mjs';
import { useEffect, useRef, useState } from 'react';
import { Icon } from '../../design/Icon.tsx';
import { listShortcuts } from '../../design/shortcuts.ts';
import { useMay } from '../../dialogue/use-dialogue.ts';
import type { Media } from '../../facilitate/media/media-state.ts';
import { QualityItems } from '../../facilitate/media/quality/QualityItems.tsx';
import { networkIcons, takesPart } from '../../facilitate/media/quality/QualityMenu.tsx';
import { LanguageItems } from '../LanguageMenu.tsx';
import { ThemeItems } from '../PreferencesMenu.tsx';
import { LayoutItems } from './LayoutMenu.tsx';
import { type RoomKey, useText } from './texts.ts';

type PageName = 'view' | 'line' | 'language' | 'theme';
const titles: Record<PageName, RoomKey> = {
  view: 'room.view',
  line: 'media.connection',
  language: 'app.languages',
  theme: 'app.theme',
};

type Props = {
  media: Media | null;
  kind: 'header' | 'bar';
  onAsk(what: 'close' | 'check'): void;
  onLeave(): void;
};

/** The entries of the room's menu. On a phone those with choices have a page of their own, so that the way out needs no scrolling. */
export function RoomMenuPages({ media, kind, onAsk, onLeave }: Props) {
  const text = useText();
  const may = useMay();
  const [page, setPage] = useState<PageName | null>(null);
  const box = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the entry that had the focus has gone with its page.
  useEffect(() => {
    box.current?.querySelector<HTMLElement>('[role^="menuitem"]')?.focus();
  }, [page]);
  const turn = (name: PageName, icon: Shape) => (
    <Turn icon={icon} label={text(titles[name])} onTurn={() => setPage(name)} />
  );
  if (page)
    return (
      <div ref={box}>
        <Menu.Item
          closeMenuOnClick={false}
          leftSection={<Icon of={IconChevronLeft} mirrored size={20} />}
          onClick={() => setPage(null)}
        >
          {text('room.menu.back')}
        </Menu.Item>
        <Menu.Divider />
        {page === 'view' && <LayoutItems />}
        {page === 'line' && media && <QualityItems media={media} />}
        {page === 'language' && <LanguageItems />}
        {page === 'theme' && <ThemeItems />}
      </div>
    );
  return (
    <div ref={box}>
      {kind === 'header' && <ThemeItems />}
      {kind === 'header' && <Menu.Divider />}
      {kind === 'bar' && media && turn('view', IconLayoutGrid)}
      {kind === 'bar' && media && takesPart(media) && turn('line', networkIcons[media.quality.network])}
      {kind === 'bar' && turn('language', IconWorld)}
      {kind === 'bar' && turn('theme', IconPalette)}
      <Menu.Item leftSection={<Icon of={IconStethoscope} size={20} />} onClick={() => onAsk('check')}>
        {text('room.check')}
      </Menu.Item>
      <Menu.Item leftSection={<Icon of={IconKeyboard} size={20} />} onClick={() => listShortcuts(true)}>
        {text('design.shortcuts.title')}
      </Menu.Item>
      {may('sessions.close') && (
        <Menu.Item leftSection={<Icon of={IconPlayerStop} size={20} />} onClick={() => onAsk('close')}>
          {text('room.close')}
        </Menu.Item>
      )}
      {kind === 'bar' && (
        <Menu.Item leftSection={<Icon of={IconDoorExit} mirrored size={20} />} onClick={onLeave}>
          {text('room.leave')}
        </Menu.Item>
      )}
    </div>
  );
}

function Turn({ icon, label, onTurn }: { icon: Shape; label: string; onTurn(): void }) {
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
