import type { OptionId } from '@multaqa/shared/facilitate/polls/kinds/kind';
import { type KindName, kindOf } from '@multaqa/shared/facilitate/polls/kinds/kinds';
import type { Sheet } from '@multaqa/shared/facilitate/polls/sheet';

/** Kinds whose settings hold the ids of options. */
const withoutOptions = (kind: KindName): boolean => kindOf({ kind }).options.most === 0;

/** The first id that no option has. */
export function nextOption(taken: readonly OptionId[]): OptionId {
  for (let number = 1; ; number += 1) if (!taken.includes(`o${number}`)) return `o${number}`;
}

/** What a new poll of a kind begins with: as many empty options as it needs, three where people choose. */
export function newSheet(kind: KindName): Sheet {
  const { start, options } = kindOf({ kind });
  const count = withoutOptions(kind) ? 0 : Math.max(options.least, options.least > 1 ? 3 : 1);
  return {
    question: {},
    hint: {},
    options: Array.from({ length: count }, (_, at) => ({ option: `o${at + 1}`, names: {} })),
    labels: {},
    design: start,
    names: 'shown',
    results: kind === 'quiz' ? 'after' : 'live',
    weight: 'person',
    split: null,
    seconds: null,
  };
}

/** The same questions and options in another kind; settings begin again, since each kind has its own. */
export function ofKind(sheet: Sheet, kind: KindName): Sheet {
  const fresh = newSheet(kind);
  if (sheet.design.kind === kind) return sheet;
  const options = fresh.options.length === 0 ? [] : sheet.options.length > 0 ? sheet.options : fresh.options;
  return { ...sheet, options, design: fresh.design, results: sheet.names === 'never' ? sheet.results : fresh.results };
}

/** Texts without blanks: a language in which nothing is written is absent, and so is an option without any text. */
export function cleaned(sheet: Sheet): Sheet {
  const written = <Texts extends Sheet['hint']>(texts: Texts): Texts =>
    Object.fromEntries(Object.entries(texts).filter(([, words]) => words?.trim())) as Texts;
  const options = sheet.options
    .map(({ option, names }) => ({ option, names: written(names) }))
    .filter(({ names }) => Object.keys(names).length > 0);
  const labels = Object.fromEntries(
    Object.entries(sheet.labels).map(([label, names]) => [label, written(names ?? {})]),
  );
  const kept = new Set(options.map(({ option }) => option));
  const { design } = sheet;
  return {
    ...sheet,
    question: written(sheet.question),
    hint: written(sheet.hint),
    options,
    labels,
    design: design.kind === 'quiz' ? { ...design, right: design.right.filter(option => kept.has(option)) } : design,
    // Where each municipality weighs the same, ballots tell their town; an anonymous one tells nothing.
    weight: sheet.names === 'never' ? 'person' : sheet.weight,
    split: sheet.names === 'shown' ? null : sheet.split,
  };
}
