import type { PeopleView } from '@multaqa/shared/people/people.view';
import { unparse } from 'papaparse';
import { columns } from '../import/columns.ts';

/** The active people as a table that the import reads again; cells that a spreadsheet would take for formulas are disarmed. */
export function rosterCsv(people: PeopleView, withAddresses: boolean): string {
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
      return chosen.map(column => cells[column]);
    });
  return unparse({ fields: [...chosen], data: rows }, { escapeFormulae: true, newline: '\r\n' });
}

/** Hands the table to the browser as a file; the mark at its beginning tells spreadsheets that it is UTF-8. */
/** Lets the browser save a CSV file under a name. */
export function downloadRoster(people: PeopleView, withAddresses: boolean): void {
  download('people.csv', rosterCsv(people, withAddresses));
}

export function download(name: string, csv: string): void {
  const url = URL.createObjectURL(new Blob(['\ufeff', csv], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
