import { nameIn } from '@multaqa/shared/name-in';
import type { FormView } from '@multaqa/shared/people/form/form.rules';
import { currentAnswers, type Field } from '@multaqa/shared/people/form/form.state';
import type { PeopleView } from '@multaqa/shared/people/people.view';
import { csvOf, saveCsv } from '../../platform/tables/csv.ts';
import { columns, headingOf } from '../import/columns.ts';

/** The active people and their answers as a table that the import reads again, with their clusters once these are published; cells that a spreadsheet would take for formulas are disarmed. */
export function rosterCsv(
  people: PeopleView,
  form: FormView,
  withAddresses: boolean,
  clusterName: ((person: string) => string) | null = null,
): string {
  const chosen = columns.filter(column => withAddresses || column !== 'email');
  const rows = Object.values(people)
    .filter(({ status }) => status === 'active')
    .map(card => {
      const answers = currentAnswers(form, form.answers?.[card.person]);
      const listed = form.needs.filter(({ id }) => answers.needs.includes(id)).map(({ names }) => nameIn(names, 'en'));
      const cells = {
        ...card,
        name: card.name ?? '',
        email: card.email ?? '',
        languages: card.languages.join(', '),
        region: answers.region,
        townSize: answers.townSize ?? '',
        needs: [...listed, ...(card.needs ?? [])].join('\n'),
        vision: card.vision ?? '',
      };
      const own = form.fields.map(field => wordsOf(field, answers.fields[field.id]));
      const row = [...chosen.map(column => cells[column]), ...own];
      return clusterName ? [...row, clusterName(card.person)] : row;
    });
  const questions = form.fields.map(({ names }) => nameIn(names, 'en'));
  const fields = [...chosen.map(headingOf), ...questions, ...(clusterName ? ['cluster'] : [])];
  return csvOf(fields, rows);
}

/** An answer to an organiser's own question as a cell shows it. */
function wordsOf({ choices }: Field, value: string | number = ''): string {
  const choice = choices.find(({ id }) => id === value);
  return choice ? nameIn(choice.names, 'en') : String(value);
}

/** Lets the browser save a CSV file under a name. */
export function downloadRoster(...roster: Parameters<typeof rosterCsv>): void {
  saveCsv('people.csv', rosterCsv(...roster));
}
