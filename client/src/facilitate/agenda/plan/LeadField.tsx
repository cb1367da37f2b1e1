import { NativeSelect } from '@mantine/core';
import { useView } from '../../../dialogue/use-dialogue.ts';
import { useLanguage } from '../../../platform/languages.ts';
import { useText } from './texts.ts';

/** Who leads through a block: somebody of the dialogue, or nobody in particular. */
export function LeadField({ lead, onChange }: { lead: string | null; onChange(lead: string | null): void }) {
  const text = useText();
  const { locale } = useLanguage();
  const people = useView(view => view.people);
  const all = Object.values(people)
    .filter(({ status, person }) => status === 'active' || person === lead)
    .map(({ person, name }) => ({ value: person, label: name ?? text('common.nameless') }))
    .sort((a, b) => a.label.localeCompare(b.label, locale));
  return (
    <NativeSelect
      label={text('agenda.block.lead')}
      value={lead ?? ''}
      data={[{ value: '', label: text('agenda.block.lead.none') }, ...all]}
      onChange={event => onChange(event.currentTarget.value || null)}
    />
  );
}
