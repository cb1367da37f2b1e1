import { limits } from '@multaqa/shared/limits';
import type { Answer } from '@multaqa/shared/people/form/form.messages';
import type { Asked } from '@multaqa/shared/people/form/form.state';
import type { PersonInput } from '@multaqa/shared/people/people.messages';
import type { PeopleView, PersonCard } from '@multaqa/shared/people/people.view';
import { checkAnswers, draftOfAnswers, saysAnything } from '../answer-draft.ts';
import { checkDraft, draftOf } from '../person-draft.ts';
import { type CheckedRow, isGood } from './import-rows.ts';

const encoder = new TextEncoder();
// Room for the envelope around the people.
const largest = limits.commandBytes - 2_048;

/** Items in portions that one command can carry, by number and by size. */
export function portioned<Item>(items: readonly Item[]): Item[][] {
  const portions: Item[][] = [];
  let room = 0;
  for (const item of items) {
    const bytes = encoder.encode(JSON.stringify(item)).length + 1;
    const current = portions.at(-1);
    if (!current || current.length >= limits.peoplePerImport || bytes > room) {
      portions.push([item]);
      room = largest - bytes;
    } else {
      current.push(item);
      room -= bytes;
    }
  }
  return portions;
}

/** The people whom the good rows add. */
export const additionsOf = (rows: readonly CheckedRow[]): PersonInput[] =>
  rows.flatMap(row => {
    const checked = checkDraft(row.draft);
    return isGood(row) && row.updates === null && checked.ok ? [checked.input] : [];
  });

/** What an import says of somebody: what they answer, and their card where it changes, each with what was there before. */
export type Update = {
  person: string;
  answer: Answer | null;
  card: PersonInput | null;
  before: { answer: Answer | null; card: PersonInput | null };
};

/** What the good rows change of people who are in the dialogue already; an empty cell takes nothing back. */
export const updatesOf = (rows: readonly CheckedRow[], people: PeopleView, asked: Asked & Answered): Update[] =>
  rows.flatMap(row => {
    const card = row.updates === null ? undefined : people[row.updates];
    return card && isGood(row) ? [updateOf(row, card, asked)] : [];
  });

type Answered = { answers?: Readonly<Record<string, Parameters<typeof draftOfAnswers>[1]>> };

/** What the good rows have answered for people who are added. */
export const answersOf = (rows: readonly CheckedRow[], asked: Asked): Answer[] =>
  rows.flatMap(({ draft, answers, updates }) => {
    const checked = checkAnswers(draft.person, answers, asked);
    return updates === null && checked.ok && saysAnything(checked.answer) ? [checked.answer] : [];
  });

function updateOf({ draft, answers, said }: CheckedRow, card: PersonCard, asked: Asked & Answered): Update {
  const { person } = card;
  const then = draftOfAnswers(asked, asked.answers?.[person]);
  const own = asked.fields.map(({ id }) => id).filter(id => said.has(id as `f${number}`));
  const now = {
    region: said.has('region') ? answers.region : then.region,
    townSize: said.has('townSize') ? answers.townSize : then.townSize,
    chosen: said.has('needs') ? answers.chosen : then.chosen,
    fields: { ...then.fields, ...Object.fromEntries(own.map(id => [id, answers.fields[id] ?? ''])) },
  };
  const cardThen = draftOf(card);
  const cardNow = {
    ...cardThen,
    languages: said.has('languages') ? draft.languages : cardThen.languages,
    needs: said.has('needs') ? draft.needs : cardThen.needs,
    vision: said.has('vision') ? draft.vision : cardThen.vision,
  };
  const answer = changeOf(answerIn(person, then, asked), answerIn(person, now, asked));
  const words = changeOf(cardIn(cardThen), cardIn(cardNow));
  return { person, answer: answer.now, card: words.now, before: { answer: answer.before, card: words.before } };
}

/** Both sides of a change; neither where there is none. */
const changeOf = <Value>(before: Value | null, now: Value | null) =>
  JSON.stringify(before) === JSON.stringify(now) ? { before: null, now: null } : { before, now };

function answerIn(person: string, draft: Parameters<typeof checkAnswers>[1], asked: Asked): Answer | null {
  const checked = checkAnswers(person, draft, asked);
  return checked.ok ? checked.answer : null;
}

/** A card as the rules take it; null for one that lacks what they ask for, such as a founder's without a town. */
function cardIn(draft: Parameters<typeof checkDraft>[0]): PersonInput | null {
  const checked = checkDraft(draft);
  return checked.ok ? checked.input : null;
}
