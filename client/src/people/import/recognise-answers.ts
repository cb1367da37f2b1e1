import type { Names } from '@multaqa/shared/names';
import type { Field, Need } from '@multaqa/shared/people/form/form.state';
import { type TownSize, townSizeOf, townSizes } from '@multaqa/shared/town-sizes';
import { fold } from '../../platform/fold.ts';
import { quantityIn } from '../../platform/quantity.ts';

const million = /(millions?|millionen|mio|mln|مليون|ملايين|m)$/;
const thousand = /(thousand|tausend|mille|tsd|الفا|الف|آلاف|الاف|k)$/;
const less = /^(<|under|less than|below|up to|moins de|jusqu a|unter|weniger als|bis|اقل من)\s*/;
const more = /^(>|over|more than|above|plus d|plus de|uber|mehr als|اكثر من)\s*/;
const between = /\s+(?:to|a|bis|الي|and|et|und)\s+|\s*–\s*/;
const oneOfThem = /\b(?:a|an|un|une|eine|einer) (million|thousand|tausend|mille)/;

/**
 * The size of a town that a cell names: by its code, by a number of inhabitants in digits or partly in words ("1.2 million"), or as
 * one of the ranges that the form offers, in any of its languages. Null for what is none.
 */
export function recogniseTownSize(value: string): TownSize | null {
  const code = townSizes.find(size => fold(size) === fold(value));
  if (code) return code;
  const plain = fold(value.replace(/[,.](?=\D|$)/g, ' ').replace(/\s*[–—-]\s*/g, ' – ')).replace(oneOfThem, '1 $1');
  const ends = plain.replace(/^(from|de|von|من)\s+/, '').split(between);
  const counts = ends.map(end => inhabitantsIn(end.trim()));
  const [first = null, second = null] = counts;
  if (first === null || ends.length > 2 || (ends.length === 2 && second === null)) return null;
  return townSizeOf(second === null ? first : (first + second) / 2);
}

/** So many people; a little fewer or more where a word says so. */
function inhabitantsIn(words: string): number | null {
  const [isLess, isMore] = [less.test(words), more.test(words)];
  const bare = words
    .replace(less, '')
    .replace(more, '')
    .replace(/\s*(inhabitants|people|habitants|einwohner|personen|نسمه|ساكن)$/, '')
    .trim();
  const unit = million.test(bare) ? 1e6 : thousand.test(bare) ? 1e3 : 1;
  const digits = bare.replace(million, '').replace(thousand, '').trim();
  const count = digits === '' && unit > 1 ? 1 : quantityIn(digits);
  if (count === null || count < 0) return null;
  return count * unit + (isLess ? -1 : isMore ? 1 : 0);
}

const isCalled = (names: Names, words: string): boolean =>
  Object.values(names).some(name => name !== undefined && fold(name) === words);

/** The needs of the list that a cell names, in any language, and the rest of it in the person's own words, one per line. */
export function recogniseNeeds(cell: string, listed: readonly Need[]): { chosen: string[]; own: string } {
  // A name of the list may hold what else parts needs, and who writes one need per line means the semicolons inside them.
  const isWhole = listed.some(({ names }) => isCalled(names, fold(cell)));
  const parts = isWhole ? [cell] : cell.split(cell.includes('\n') ? '\n' : /[;؛|]/u);
  const found = parts
    .map(part => part.trim())
    .filter(Boolean)
    .map(part => ({ part, need: listed.find(({ names }) => isCalled(names, fold(part))) }));
  const chosen = new Set(found.flatMap(({ need }) => (need ? [need.id] : [])));
  return {
    chosen: listed.flatMap(({ id }) => (chosen.has(id) ? [id] : [])),
    own: found.flatMap(({ part, need }) => (need ? [] : [part])).join('\n'),
  };
}

/** What stands in the field of an organiser's own question for the words of a cell; null for a choice that is not offered. */
export function recogniseAnswer(cell: string, { kind, choices }: Field): string | null {
  if (kind !== 'choice' || cell === '') return cell;
  return choices.find(({ id, names }) => id === cell || isCalled(names, fold(cell)))?.id ?? null;
}
