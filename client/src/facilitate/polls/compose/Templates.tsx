import { NativeSelect } from '@mantine/core';
import type { Sheet } from '@multaqa/shared/facilitate/polls/sheet';
import { useView } from '../../../dialogue/use-dialogue.ts';
import { languages } from '../../../platform/languages.ts';
import { sentencesFor } from '../../../platform/texts.ts';
import { sheetOf, templates } from './templates.ts';
import type texts from './texts/en.json';
import { useText } from './texts.ts';

/** Polls that many dialogues ask, in every language of this one. */
export function Templates({ onChoose }: { onChoose(sheet: Sheet): void }) {
  const text = useText();
  const spoken = useView(({ about }) => (about.status === 'unborn' ? languages : about.languages));
  const choose = async (id: string) => {
    const template = templates.find(one => one.id === id);
    if (!template) return;
    const sentences = await Promise.all(
      spoken.map(
        async language => [language, await sentencesFor<typeof texts>('facilitate/polls/compose', language)] as const,
      ),
    );
    onChoose(sheetOf(template, sentences));
  };
  return (
    <NativeSelect
      label={text('compose.template')}
      value=""
      data={[
        { value: '', label: text('compose.template.none') },
        ...templates.map(({ id }) => ({ value: id, label: text(`compose.template.${id}`) })),
      ]}
      onChange={event => void choose(event.currentTarget.value)}
    />
  );
}
