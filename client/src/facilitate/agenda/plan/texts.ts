import { textsOf } from '../../../platform/texts.ts';
import type agenda from '../texts/en.json';
import type plan from './texts/en.json';

/** The texts of the page where an agenda is planned. */
export const useText = textsOf<typeof plan & typeof agenda>('facilitate/agenda/plan', 'facilitate/agenda');
