import { Button, Menu } from '@mantine/core';
import type { Registered } from '@multaqa/shared/facilitate/notes/notes.state';
import IconDownload from '@tabler/icons-react/dist/esm/icons/IconDownload.mjs';
import { Icon } from '../../../design/Icon.tsx';
import { useRoomName } from '../../../dialogue/rooms.ts';
import { useView } from '../../../dialogue/use-dialogue.ts';
import { languageNames, useLanguage } from '../../../platform/languages.ts';
import { useText as useKindText } from '../outcome/texts.ts';
import { registerTable } from './register-table.ts';
import type { RegisterFormat } from './save-register.ts';
import { useText } from './texts.ts';

const formats: readonly RegisterFormat[] = ['xlsx', 'csv', 'json'];

/** The button that saves outcomes as a table or as data. */
export function ExportRegister({ outcomes }: { outcomes: readonly Registered[] }) {
  const text = useText();
  const save = useSaving(outcomes);
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" leftSection={<Icon of={IconDownload} size={20} />}>
          {text('register-file.save')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {formats.map(format => (
          <Menu.Item key={format} leftSection={<Icon of={IconDownload} size={20} />} onClick={() => void save(format)}>
            {text(`register-file.save.${format}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function useSaving(outcomes: readonly Registered[]): (format: RegisterFormat) => Promise<void> {
  const text = useText();
  const kindText = useKindText();
  const roomName = useRoomName();
  const people = useView(view => view.people);
  const { direction } = useLanguage();
  return async format => {
    // Writing tables takes more than all the rest of the page: it comes when it is asked for.
    const { saveRegister } = await import('./save-register.ts');
    const table = registerTable(outcomes, {
      heading: column => text(`register-file.column.${column}`),
      kind: kind => kindText(`outcome.kind.${kind}`),
      nameOf: person => people[person]?.name ?? text('common.nameless'),
      roomName,
      language: language => languageNames[language],
      comma: text('common.comma'),
    });
    saveRegister(format, { name: text('register-file.name'), direction, outcomes, table });
  };
}
