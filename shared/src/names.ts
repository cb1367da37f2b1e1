import { z } from 'zod';
import type { Language } from './kernel/languages.ts';
import { line } from './kernel/text.ts';

/** What something is called, in the languages in which somebody has named it. */
export type Names = { readonly [Name in Language]?: string | undefined };

/** Names of at most `max` graphemes; a language without a name is left out. */
export const anyNamesOf = (max: number) =>
  z.strictObject({ en: line(max), ar: line(max), fr: line(max), de: line(max) }).partial();

/** The same, in one language at least. */
export const namesOf = (max: number) =>
  anyNamesOf(max).refine(names => Object.values(names).some(Boolean), { error: 'nameless' });
