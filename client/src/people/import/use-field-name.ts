import { nameIn } from '@multaqa/shared/name-in';
import { useView } from '../../dialogue/use-dialogue.ts';
import { useLanguage } from '../../platform/languages.ts';
import { isDraftField } from '../person-draft.ts';
import type { CellField } from './import-rows.ts';
import { useText } from './texts.ts';

/** Returns what a column is called; an organiser's own questions by their names. */
export function useFieldName(): (field: CellField) => string {
  const text = useText();
  const { language } = useLanguage();
  const fields = useView(({ form }) => form.fields);
  return field => {
    if (isDraftField(field) || field === 'region' || field === 'townSize') return text(`people.${field}`);
    const own = fields.find(({ id }) => id === field);
    return own ? nameIn(own.names, language) : '';
  };
}
