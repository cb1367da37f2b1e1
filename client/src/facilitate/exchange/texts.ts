import { textsOf } from '../../platform/texts.ts';
import type exchange from './texts/en.json';

/** The texts of the exchange. */
export const useText = textsOf<typeof exchange>('facilitate/exchange');
