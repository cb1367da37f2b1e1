import { Button, Menu } from '@mantine/core';
import type { Ballot } from '@multaqa/shared/facilitate/polls/kinds/kinds';
import { nameIn } from '@multaqa/shared/name-in';
import IconDownload from '@tabler/icons-react/dist/esm/icons/IconDownload.mjs';
import { Icon } from '../../../design/Icon.tsx';
import { tell } from '../../../design/toasts.tsx';
import { useView } from '../../../dialogue/use-dialogue.ts';
import { useLanguage } from '../../../platform/languages.ts';
import { viewOf } from '../results/kinds/views.ts';
import type { Shown } from '../results/told.ts';
import { useTelling } from '../results/use-telling.ts';
import type { ResultFormat } from './save-result.ts';
import { useText } from './texts.ts';

type Props = {
  shown: Shown;
  /** Said under the question in a picture, such as how many have voted. */
  under: string;
  /** Who chose what, where that is told; of an anonymous poll there is nothing to give. */
  ballots?: { readonly [person: string]: Ballot } | null;
};

/** How wide a picture is that is saved, px; it is drawn with two dots for each. */
const pictureWidth = 1_080;

/** The button that saves a result, as a table or as a picture. */
export function SaveResult({ shown, under, ballots = null }: Props) {
  const text = useText();
  const save = useSaving({ shown, under, ballots });
  const hasPicture = viewOf(shown.sheet.design).draw !== null;
  const formats: readonly ResultFormat[] = [
    'xlsx',
    'csv',
    ...(hasPicture ? (['png', 'svg'] as const) : []),
    ...(ballots ? (['names'] as const) : []),
  ];
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="subtle" leftSection={<Icon of={IconDownload} size={20} />}>
          {text('poll-file.save')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {formats.map(format => (
          <Menu.Item key={format} leftSection={<Icon of={IconDownload} size={20} />} onClick={() => void save(format)}>
            {text(`poll-file.save.${format}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function useSaving({ shown, under, ballots }: Required<Props>): (format: ResultFormat) => Promise<void> {
  const text = useText();
  const people = useView(view => view.people);
  const { language, direction } = useLanguage();
  const telling = useTelling(shown.sheet, pictureWidth, 'stage');
  return async format => {
    // What writes files comes when it is asked for.
    const { saveResult } = await import('./save-result.ts');
    const question = nameIn(shown.sheet.question, language);
    const voters = Object.entries(ballots ?? {}).map(([person, ballot]) => ({
      name: people[person]?.name ?? text('common.nameless'),
      municipality: people[person]?.municipality ?? '',
      ballot,
    }));
    const isSaved = await saveResult(format, { shown, telling, question, under, direction, voters, text });
    if (!isSaved) tell(text('poll-file.failed'), 'danger');
  };
}
