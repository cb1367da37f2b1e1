import { textsOf } from '../../../platform/texts.ts';
import type polls from '../texts/en.json';
import type compose from './texts/en.json';

/** The texts of writing polls, beside those of polls. */
export const useText = textsOf<typeof compose & typeof polls>('facilitate/polls', 'facilitate/polls/compose');
