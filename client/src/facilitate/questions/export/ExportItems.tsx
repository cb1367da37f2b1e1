import { Menu } from '@mantine/core';
import type { SessionId } from '@multaqa/shared/kernel/ids';
import IconDownload from '@tabler/icons-react/dist/esm/icons/IconDownload.mjs';
import { Icon } from '../../../design/Icon.tsx';
import { tell } from '../../../design/toasts.tsx';
import { useDialogue } from '../../../dialogue/DialogueProvider.tsx';
import { useRoomName } from '../../../dialogue/rooms.ts';
import { useView } from '../../../dialogue/use-dialogue.ts';
import { useLanguage } from '../../../platform/languages.ts';
import { refusalText } from '../../../platform/texts.ts';
import { useText } from '../texts.ts';
import { type ExportedQuestion, questionsTable } from './questions-table.ts';
import type { QuestionsFormat } from './save-questions.ts';

const formats: readonly QuestionsFormat[] = ['xlsx', 'csv'];

/** The entries of a menu that save all questions of a session, of every room. */
export function ExportItems({ session }: { session: SessionId }) {
  const text = useText();
  const save = useSaving(session);
  return formats.map(format => (
    <Menu.Item key={format} leftSection={<Icon of={IconDownload} size={20} />} onClick={() => void save(format)}>
      {text(`questions.save.${format}`)}
    </Menu.Item>
  ));
}

function useSaving(session: SessionId): (format: QuestionsFormat) => Promise<void> {
  const text = useText();
  const { ask } = useDialogue();
  const roomName = useRoomName();
  const people = useView(view => view.people);
  const { direction } = useLanguage();
  return async format => {
    const asked = await ask('questions.all', { session });
    if (!asked.ok) return tell(refusalText(text, asked), 'danger');
    // Writing tables takes more than all the rest of the page: it comes when it is asked for.
    const { saveQuestions } = await import('./save-questions.ts');
    const table = questionsTable(asked.answer as ExportedQuestion[], {
      heading: column => text(`questions.column.${column}`),
      status: status => text(`questions.status.${status}`),
      nameOf: person => people[person]?.name ?? text('common.nameless'),
      ...{ roomName, nameless: text('questions.nameless'), aloud: text('questions.aloud') },
    });
    saveQuestions(format, { name: text('questions.tab'), direction }, table);
  };
}
