import type { PeopleView } from '@multaqa/shared/people/people.view';
import { unparse } from 'papaparse';
import { saveFile } from '../../platform/save-file.ts';
import { columns } from '../import/columns.ts';
import { formula } from '../import/formula.ts';

/** The active people as a table that the import reads again, with their clusters once these are published; cells that a spreadsheet would take for formulas are disarmed. */
export function rosterCsv(
  people: PeopleView,
  withAddresses: boolean,
  clusterName: ((person: string) => string) | null = null,
): string {
  const chosen = columns.filter(column => withAddresses || column !== 'email');
  const rows = Object.values(people)
    .filter(({ status }) => status === 'active')
    .map(card => {
      const cells = {
        ...card,
        name: card.name ?? '',
        email: card.email ?? '',
        languages: card.languages.join(', '),
        needs: (card.needs ?? []).join('\n'),
        vision: card.vision ?? '',
      };
      const row = chosen.map(column => cells[column]);
      return clusterName ? [...row, clusterName(card.person)] : row;
    });
  const fields = clusterName ? [...chosen, 'cluster'] : [...chosen];
  return unparse({ fields, data: rows }, { escapeFormulae: formula, newline: '\r\n' });
}

/** Lets the browser save a CSV file under a name. */
export function downloadRoster(...roster: Parameters<typeof rosterCsv>): void {
  download('people.csv', rosterCsv(...roster));
}

/** Hands a table to the browser as a file; the mark at its beginning tells spreadsheets that it is UTF-8. */
export const download = (name: string, csv: string): void => saveFile(name, 'text/csv', '\ufeff', csv);
