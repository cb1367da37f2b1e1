import { kindOf, type Result } from '../kinds/kinds.ts';
import { optionsOf, type Sheet } from '../sheet.ts';
import type { Tally } from '../tally.ts';

/** What a tally says of what was asked. */
export const resultOf = (sheet: Pick<Sheet, 'options' | 'design'>, tally: Tally): Result =>
  kindOf(sheet.design).result(sheet.design, optionsOf(sheet), tally);
