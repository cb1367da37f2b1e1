import type { Language } from '@multaqa/shared/kernel/languages';
import { limits } from '@multaqa/shared/limits';
import type { PersonInput } from '@multaqa/shared/people/people.messages';
import type { PeopleView } from '@multaqa/shared/people/people.view';
import { fold } from '../../platform/fold.ts';
import { checkDraft, type DraftField, emptyDraft, type PersonDraft } from '../person-draft.ts';
import type { Line } from './parse-table.ts';
import { recogniseCountry, recogniseLanguages, recogniseRole } from './recognise.ts';

/** One person to import; `unread` keeps what a cell said when we could not read it. */
export type ImportRow = {
  number: number;
  draft: PersonDraft;
  unread: Partial<Record<DraftField, string>>;
  isSkipped: boolean;
};

export type CheckedRow = ImportRow & {
  wrong: readonly DraftField[];
  /** Somebody with this address is in the file above, or in the dialogue already. */
  duplicate: 'file' | 'roster' | null;
  /** Somebody of the same name and town is in this row above, or in the dialogue: likely the same person, who may be imported all the same. */
  twin: number | 'roster' | null;
};

/** What a line of the table says of a person; languages left open become those of the dialogue. */
export function rowOf({ number, cells }: Line, person: string, usual: readonly Language[]): ImportRow {
  const unread: ImportRow['unread'] = {};
  const read = <T>(
    field: 'country' | 'languages' | 'role',
    recognise: (text: string) => T | null,
    otherwise: T,
    blank: T,
  ): T => {
    const text = cells[field] ?? '';
    if (!text) return blank;
    const found = recognise(text);
    if (found === null) unread[field] = text;
    return found ?? otherwise;
  };
  const draft: PersonDraft = {
    ...emptyDraft(person, usual),
    name: cells.name ?? '',
    email: cells.email ?? '',
    municipality: cells.municipality ?? '',
    country: read('country', recogniseCountry, '', ''),
    languages: read<readonly Language[]>('languages', recogniseLanguages, [], usual),
    role: read('role', recogniseRole, 'participant', 'participant'),
    needs: needsIn(cells.needs ?? ''),
    vision: cells.vision ?? '',
  };
  return { number, draft, unread, isSkipped: false };
}

// Who writes one need per line means the semicolons inside them.
const needsIn = (cell: string): string =>
  cell
    .split(cell.includes('\n') ? '\n' : /[;؛|]/u)
    .map(need => need.trim())
    .filter(Boolean)
    .join('\n');

/** Every row with what is wrong in it; an address counts against the first row that has it only when that one is skipped. */
export function checkRows(rows: readonly ImportRow[], people: PeopleView): CheckedRow[] {
  const taken = new Set(
    Object.values(people).flatMap(({ email, status }) => (email && status === 'active' ? [email.toLowerCase()] : [])),
  );
  const seen = new Set<string>();
  const duplicateOf = (email: string): CheckedRow['duplicate'] => {
    if (!email) return null;
    if (taken.has(email)) return 'roster';
    return seen.has(email) ? 'file' : null;
  };
  const twinOf = twins(people);
  return rows.map(row => {
    const email = row.draft.email.trim().toLowerCase();
    const duplicate = duplicateOf(email);
    if (email && !row.isSkipped) seen.add(email);
    return { ...row, wrong: wrongIn(row), duplicate, twin: twinOf(row) };
  });
}

/** Finds those who are likely there already, row by row. */
function twins(people: PeopleView): (row: ImportRow) => CheckedRow['twin'] {
  const known = new Map<string, number | 'roster'>(
    Object.values(people).flatMap(({ name, municipality, status }) => {
      const key = status === 'active' && keyOf(name ?? '', municipality);
      return key ? [[key, 'roster' as const]] : [];
    }),
  );
  return ({ draft, number, isSkipped }) => {
    const key = keyOf(draft.name, draft.municipality);
    if (!key || isSkipped) return null;
    const found = known.get(key) ?? null;
    if (found === null) known.set(key, number);
    return found;
  };
}

/** A name and a town as people compare them, in whichever order the parts of the name stand; empty where one is missing. */
const keyOf = (name: string, town: string): string =>
  name.trim() && town.trim() ? `${fold(name).split(' ').sort().join(' ')}/${fold(town)}` : '';

/** The fields that the rules would refuse, or whose word was not understood. */
function wrongIn({ draft, unread }: ImportRow): DraftField[] {
  const checked = checkDraft(draft);
  const wrong = new Set<DraftField>(checked.ok ? [] : checked.wrong);
  if (unread.role) wrong.add('role');
  return [...wrong];
}

/** True for a row that an import sends. */
export const isGood = ({ wrong, duplicate, isSkipped }: CheckedRow): boolean =>
  wrong.length === 0 && !duplicate && !isSkipped;

const encoder = new TextEncoder();
// Room for the envelope around the people.
const largest = limits.commandBytes - 2_048;

/** The good rows in portions that one command can carry, by number and by size. */
export function portionsOf(rows: readonly CheckedRow[]): PersonInput[][] {
  const portions: PersonInput[][] = [];
  let room = 0;
  for (const row of rows) {
    const checked = checkDraft(row.draft);
    if (!isGood(row) || !checked.ok) continue;
    const bytes = encoder.encode(JSON.stringify(checked.input)).length + 1;
    const current = portions.at(-1);
    if (!current || current.length >= limits.peoplePerImport || bytes > room) {
      portions.push([checked.input]);
      room = largest - bytes;
    } else {
      current.push(checked.input);
      room -= bytes;
    }
  }
  return portions;
}
