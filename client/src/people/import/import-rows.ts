import type { Language } from '@multaqa/shared/kernel/languages';
import type { Asked } from '@multaqa/shared/people/form/form.state';
import type { PeopleView } from '@multaqa/shared/people/people.view';
import { fold } from '../../platform/fold.ts';
import { type AnswerDraft, type AnswerField, checkAnswers, emptyAnswers } from '../answer-draft.ts';
import { checkDraft, type DraftField, emptyDraft, type PersonDraft } from '../person-draft.ts';
import type { Column } from './columns.ts';
import type { Line } from './parse-table.ts';
import { recogniseCountry, recogniseLanguages, recogniseRole } from './recognise.ts';
import { recogniseAnswer, recogniseNeeds, recogniseTownSize } from './recognise-answers.ts';

/** A cell of a row: something of the person, or an answer. */
export type CellField = DraftField | AnswerField;

/** One person to import; `unread` keeps what a cell said when we could not read it. */
export type ImportRow = {
  number: number;
  draft: PersonDraft;
  answers: AnswerDraft;
  /** What the list says anything about; an update of somebody changes nothing else. */
  said: ReadonlySet<CellField>;
  unread: Partial<Record<CellField, string>>;
  isSkipped: boolean;
};

export type CheckedRow = ImportRow & {
  wrong: readonly CellField[];
  /** Somebody with this address is in the file above, or in the dialogue already. */
  duplicate: 'file' | 'roster' | null;
  /** Somebody of the same name and town is in this row above, or in the dialogue: likely the same person, who may be imported all the same. */
  twin: number | 'roster' | null;
  /** The person of the dialogue whose answers this row could update, and whose it is to update; null for who is to be added. */
  known: string | null;
  updates: string | null;
};

/** What a line of the table says of a person; languages left open become those of the dialogue. */
export function rowOf({ number, cells }: Line, person: string, usual: readonly Language[], asked: Asked): ImportRow {
  const unread: ImportRow['unread'] = {};
  const read = <T>(field: Column & CellField, recognise: (text: string) => T | null, otherwise: T, blank: T): T => {
    const text = cells[field] ?? '';
    if (!text) return blank;
    const found = recognise(text);
    if (found === null) unread[field] = text;
    return found ?? otherwise;
  };
  const { chosen, own } = recogniseNeeds(cells.needs ?? '', asked.needs);
  const draft: PersonDraft = {
    ...emptyDraft(person, usual),
    name: cells.name ?? '',
    email: cells.email ?? '',
    municipality: cells.municipality ?? '',
    country: read('country', recogniseCountry, '', ''),
    languages: read<readonly Language[]>('languages', recogniseLanguages, [], usual),
    role: read('role', recogniseRole, 'participant', 'participant'),
    needs: own,
    vision: cells.vision ?? '',
  };
  const fields = asked.fields.map(field => {
    const id = field.id as AnswerField;
    return [id, read(id, text => recogniseAnswer(text, field), '', '')] as const;
  });
  const answers: AnswerDraft = {
    ...emptyAnswers,
    region: cells.region ?? '',
    townSize: read('townSize', recogniseTownSize, null, null),
    chosen,
    fields: Object.fromEntries(fields),
  };
  const said = Object.entries(cells).flatMap(([field, text]) => (text ? [field as CellField] : []));
  return { number, draft, answers, said: new Set(said), unread, isSkipped: false };
}

/** What rows are checked against. With `updates`, people who are in the dialogue already get their answers from the list. */
export type Checking = { people: PeopleView; asked: Asked; updates: boolean };

/** Every row with what is wrong in it; an address counts against the first row that has it only when that one is skipped. */
export function checkRows(rows: readonly ImportRow[], checking: Checking): CheckedRow[] {
  const { people, asked } = checking;
  const addresses = addressesIn(people);
  const twinOf = twins(people);
  const targetOf = targets(people, addresses);
  const seen = new Set<string>();
  const duplicateOf = (email: string): CheckedRow['duplicate'] => {
    if (!email) return null;
    if (addresses.has(email)) return 'roster';
    return seen.has(email) ? 'file' : null;
  };
  return rows.map(row => {
    const email = row.draft.email.trim().toLowerCase();
    const { twin, known } = twinOf(row);
    const target = targetOf(row, email, known);
    const updates = checking.updates || target === row.draft.person ? target : null;
    const doubts = updates ? { duplicate: null, twin: null } : { duplicate: duplicateOf(email), twin };
    if (email && !row.isSkipped) seen.add(email);
    return { ...row, ...doubts, wrong: wrongIn(row, asked, updates), known: target, updates };
  });
}

/** Whose an address is, among those who take part. */
const addressesIn = (people: PeopleView): ReadonlyMap<string, string> =>
  new Map(
    Object.values(people).flatMap(({ person, email, status }) =>
      email && status === 'active' ? [[email.toLowerCase(), person] as const] : [],
    ),
  );

/** Finds the person whom a row can update. One row updates a person; a second one of the same person is left to be looked at. */
function targets(people: PeopleView, addresses: ReadonlyMap<string, string>) {
  const taken = new Set<string>();
  const holderOf = (person: string, email: string, known: string | null): string | null => {
    // Who came with this list, and whose answers did not, is gone on with.
    if (people[person]?.status === 'active') return person;
    return addresses.get(email) ?? known;
  };
  return ({ draft, isSkipped }: ImportRow, email: string, known: string | null): string | null => {
    const holder = holderOf(draft.person, email, known);
    if (isSkipped || holder === null || taken.has(holder)) return null;
    taken.add(holder);
    return holder;
  };
}

type Twin = { twin: CheckedRow['twin']; known: string | null };

/** Finds those who are likely there already, row by row; `known` is the person of the dialogue. */
function twins(people: PeopleView): (row: ImportRow) => Twin {
  const inDialogue = new Map(
    Object.values(people).flatMap(({ person, name, municipality, status }) => {
      const key = status === 'active' && keyOf(name ?? '', municipality);
      return key ? [[key, person] as const] : [];
    }),
  );
  const above = new Map<string, number>();
  return ({ draft, number, isSkipped }) => {
    const key = keyOf(draft.name, draft.municipality);
    if (!key || isSkipped) return { twin: null, known: null };
    const known = inDialogue.get(key) ?? null;
    if (known) return { twin: 'roster', known };
    const twin = above.get(key) ?? null;
    if (twin === null) above.set(key, number);
    return { twin, known: null };
  };
}

/** A name and a town as people compare them, in whichever order the parts of the name stand; empty where one is missing. */
const keyOf = (name: string, town: string): string =>
  name.trim() && town.trim() ? `${fold(name).split(' ').sort().join(' ')}/${fold(town)}` : '';

/** The cells that the rules would refuse, or whose word was not understood; of an update, among those that it changes. */
function wrongIn({ draft, answers, unread, said }: ImportRow, asked: Asked, updates: string | null): CellField[] {
  const checked = checkDraft(draft);
  const answered = checkAnswers(draft.person, answers, asked);
  const wrong = new Set<CellField>([
    ...(checked.ok ? [] : checked.wrong),
    ...(answered.ok ? [] : answered.wrong),
    ...(Object.keys(unread) as CellField[]),
  ]);
  return [...wrong].filter(field => updates === null || (said.has(field) && isUpdatable(field)));
}

/** True when two checked rows say the same, so that the one need not be drawn again. */
export function areAlike(a: CheckedRow, b: CheckedRow): boolean {
  const isSame = (['number', 'draft', 'answers', 'said', 'unread', 'isSkipped'] as const).every(
    key => a[key] === b[key],
  );
  const isJudgedAlike = a.duplicate === b.duplicate && a.twin === b.twin && a.updates === b.updates;
  return isSame && isJudgedAlike && a.wrong.join() === b.wrong.join();
}

/** Who somebody is stays as it is in the dialogue; what they have said can be updated. */
const isUpdatable = (field: CellField): boolean =>
  !['name', 'email', 'municipality', 'country', 'role'].includes(field);

/** True for a row that an import sends. */
export const isGood = ({ wrong, duplicate, isSkipped }: CheckedRow): boolean =>
  wrong.length === 0 && !duplicate && !isSkipped;
