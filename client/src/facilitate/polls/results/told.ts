import type { Result } from '@multaqa/shared/facilitate/polls/kinds/kinds';
import { type Answered, comparedTo } from '@multaqa/shared/facilitate/polls/results/compare';
import { consensusOf } from '@multaqa/shared/facilitate/polls/results/consensus';
import { resultOf } from '@multaqa/shared/facilitate/polls/results/read-result';
import type { Sheet } from '@multaqa/shared/facilitate/polls/sheet';
import type { Tally } from '@multaqa/shared/facilitate/polls/tally';
import { changeWords, comparedOf, type Valued } from './chart/compared.tsx';
import { consentOf, type NamedGroup } from './chart/consent.tsx';
import { divided } from './chart/divided.tsx';
import { fitted } from './chart/fitted.ts';
import type { Drawing, ResultTable, Telling } from './chart/telling.ts';
import type { KindView } from './kinds/view.ts';
import { viewOf } from './kinds/views.ts';

/** What one group says. */
export type GroupPart = NamedGroup & { group: string; tally: Tally };

/** What is shown: the result of a poll, divided or compared where somebody asks for that. */
export type Shown = {
  sheet: Sheet;
  tally: Tally;
  /** The groups that it is divided by, and whether each is shown or what they have in common. */
  split?: { as: 'groups' | 'consent'; groups: readonly GroupPart[] } | null;
  /** An earlier run, to compare with. */
  before?: Answered | null;
};

/** The picture of what is shown, in letters that fit; null for what is read and not looked at. */
export const drawingOf = (shown: Shown, telling: Telling): Drawing | null => fitted(own => drawn(shown, own), telling);

function drawn({ sheet, tally, split, before }: Shown, telling: Telling): Drawing | null {
  const result = resultOf(sheet, tally);
  const view = viewOf(result);
  if (split) {
    const found = split.as === 'consent' ? consensusOf(sheet, split.groups) : null;
    if (found) return consentOf(found, split.groups, telling);
    const { draw } = view;
    if (draw && split.groups.length > 0)
      return divided(
        split.groups.map(group => ({
          group,
          voters: group.tally.voters,
          draw: own => draw(resultOf(sheet, group.tally), own),
        })),
        telling,
      );
  }
  const changes = before ? comparedTo(before, { sheet, tally }) : null;
  const words = wordsOf(view, result, telling);
  if (changes && words) return comparedOf(changes, words, telling);
  return view.draw?.(result, telling) ?? null;
}

/** The same as a table. */
export function tableOf({ sheet, tally, split, before }: Shown, telling: Telling): ResultTable {
  const { text, nameOf, percent } = telling;
  const result = resultOf(sheet, tally);
  const view = viewOf(result);
  if (split && split.groups.length > 0) {
    const found = split.as === 'consent' ? consensusOf(sheet, split.groups) : null;
    if (found)
      return {
        fields: [text('poll-results.option'), ...split.groups.map(({ name }) => name), text('poll-results.difference')],
        rows: found.map(({ option, shares, divisiveness }) => [
          nameOf(option),
          ...shares.map(({ share }) => (share === null ? '' : percent(share))),
          percent(divisiveness),
        ]),
      };
    // In a group every vote counts the same, whatever counts in the whole.
    const own = { ...telling, counted: text('poll-results.votes') };
    const tables = split.groups.map(group => ({ group, ...view.table(resultOf(sheet, group.tally), own) }));
    return {
      fields: [text('poll-results.group'), ...(tables[0]?.fields ?? [])],
      rows: tables.flatMap(({ group, rows }) => rows.map(row => [group.name, ...row])),
    };
  }
  const changes = before ? comparedTo(before, { sheet, tally }) : null;
  const words = wordsOf(view, result, telling);
  if (!changes || !words) return view.table(result, telling);
  const told = (one: number | null) => (one === null ? '' : words.valued(one).words);
  return {
    fields: ['option', 'before', 'after', 'change'].map(one =>
      text(`poll-results.${one as 'option' | 'before' | 'after' | 'change'}`),
    ),
    rows: changes.map(({ option, before, after, change }) => [
      nameOf(option),
      told(before),
      told(after),
      change === null ? '' : changeWords(change, words),
    ]),
  };
}

/** How the values of a result and their changes are told; null for a kind without values. */
function wordsOf({ value, moved }: KindView, result: Result, telling: Telling): Valued | null {
  if (!value) return null;
  const valued = (one: number) => value(one, result, telling);
  return { valued, moved: by => moved?.(by, telling) ?? valued(by).words };
}
