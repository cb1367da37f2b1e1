import type { Ballot } from '@multaqa/shared/facilitate/polls/kinds/kinds';
import type { ResultTable, Telling } from '../results/chart/telling.ts';
import { viewOf } from '../results/kinds/views.ts';
import { type Shown, tableOf } from '../results/told.ts';
import type { useText } from './texts.ts';

type Text = ReturnType<typeof useText>;

/** Who voted and what they chose, of a poll that tells this. */
export type Voter = { name: string; municipality: string; ballot: Ballot };

/**
 * A result as a table for a file: that of all, and below it that of each group, where it is divided. Of a comparison the
 * values of both runs. It holds sums alone, never who chose what.
 */
export function resultTable(shown: Shown, telling: Telling, text: Text): ResultTable {
  const { split, ...whole } = shown;
  const all = tableOf(whole, telling);
  if (!split || split.groups.length === 0) return all;
  if (split.as === 'consent') return tableOf(shown, telling);
  const divided = tableOf({ ...shown, before: null }, telling);
  const ofAll = tableOf({ ...whole, before: null }, telling);
  const everybody = shown.sheet.weight === 'person' ? 'poll-file.everybody' : 'poll-file.municipalities';
  return {
    fields: divided.fields,
    rows: [...ofAll.rows.map(row => [text(everybody), ...row]), ...divided.rows],
  };
}

/** Who chose what, by name. */
export function namesTable({ sheet }: Shown, voters: readonly Voter[], telling: Telling, text: Text): ResultTable {
  const { said } = viewOf(sheet.design);
  const { compare } = new Intl.Collator('en');
  return {
    fields: [text('poll-file.name'), text('poll-file.municipality'), text('poll-file.answer')],
    rows: voters
      .map(({ name, municipality, ballot }) => [name, municipality, said(ballot, telling)])
      .sort((a, b) => compare(a[0] ?? '', b[0] ?? '') || compare(a[1] ?? '', b[1] ?? '')),
  };
}

/** What a file about this question is called: its words without what file systems refuse; at most sixty characters. */
export function fileNameOf(question: string): string {
  const words = question.replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ').trim();
  return [...words].slice(0, 60).join('').trim().replaceAll(' ', '-') || 'poll';
}
