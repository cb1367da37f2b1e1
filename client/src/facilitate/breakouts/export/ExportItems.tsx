import { Button, Menu } from '@mantine/core';
import type { GroupingView } from '@multaqa/shared/facilitate/breakouts/breakouts.view';
import IconDownload from '@tabler/icons-react/dist/esm/icons/IconDownload.mjs';
import { Icon } from '../../../design/Icon.tsx';
import { useBreakoutName } from '../../../dialogue/rooms.ts';
import { useView } from '../../../dialogue/use-dialogue.ts';
import { useLanguage } from '../../../platform/languages.ts';
import { roomsTable } from './rooms-table.ts';
import type { TableKind } from './save-table.ts';
import { useText } from './texts.ts';

type Props = {
  /** What the file is called, without its ending. */
  file: 'rooms' | 'rotation';
  groupings: readonly GroupingView[];
};

/** The entries of a menu that save who is in which room: a row for each person, a column for each grouping. */
export function ExportItems(props: Props) {
  const text = useText();
  const save = useSaving(props);
  return (
    <>
      {(['xlsx', 'csv'] as const).map(kind => (
        <Menu.Item key={kind} leftSection={<Icon of={IconDownload} size={20} />} onClick={() => void save(kind)}>
          {text(`rooms-table.save.${kind}`)}
        </Menu.Item>
      ))}
    </>
  );
}

/** The same behind a button of its own. */
export function ExportButton(props: Props) {
  const text = useText();
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" leftSection={<Icon of={IconDownload} size={20} />}>
          {text('rooms-table.save')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <ExportItems {...props} />
      </Menu.Dropdown>
    </Menu>
  );
}

function useSaving({ file, groupings }: Props): (kind: TableKind) => Promise<void> {
  const text = useText();
  const roomName = useBreakoutName();
  const people = useView(view => view.people);
  const sessions = useView(view => view.sessions);
  const { language, direction } = useLanguage();
  return async kind => {
    // Writing tables takes more than all the rest of the page: it comes when it is asked for.
    const { saveTable } = await import('./save-table.ts');
    const table = roomsTable(people, groupings, {
      headings: [text('rooms-table.name'), text('rooms-table.municipality'), text('rooms-table.country')],
      titleOf: ({ title, session }) =>
        file === 'rooms' ? title : text('rooms-table.round', { title, session: sessions[session]?.plan.title ?? '' }),
      ...{ roomName, nameless: text('common.nameless') },
      compare: new Intl.Collator(language).compare,
    });
    saveTable(kind, { name: file, sheet: text('rooms-table.sheet'), direction }, table);
  };
}
