import { textsOf } from '../../../platform/texts.ts';
import type texts from './texts/en.json';

/** The texts of results that are saved as a file. */
export const useText = textsOf<typeof texts>('facilitate/polls/export');
