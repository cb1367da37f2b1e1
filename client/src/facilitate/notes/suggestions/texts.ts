import { textsOf } from '../../../platform/texts.ts';
import type suggestions from './texts/en.json';

/** The texts of suggestions. */
export const useText = textsOf<typeof suggestions>('facilitate/notes/suggestions');
