import { textsOf } from '../../platform/texts.ts';
import type breakouts from './texts/en.json';

/** The texts of the breakouts. */
export const useText = textsOf<typeof breakouts>('facilitate/breakouts');
