import { textsOf } from '../../../platform/texts.ts';
import type results from './texts/en.json';

/** The texts of results of polls. */
export const useText = textsOf<typeof results>('facilitate/polls/results');
export type ResultText = ReturnType<typeof useText>;
