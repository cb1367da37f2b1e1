import { textsOf } from '../../platform/texts.ts';
import type polls from './texts/en.json';

/** The texts of the polls. */
export const useText = textsOf<typeof polls>('facilitate/polls');
