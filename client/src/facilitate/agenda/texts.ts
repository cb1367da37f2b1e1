import { textsOf } from '../../platform/texts.ts';
import type agenda from './texts/en.json';

/** The texts of the agenda. */
export const useText = textsOf<typeof agenda>('facilitate/agenda');
