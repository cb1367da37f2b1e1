import { textsOf } from '../../platform/texts.ts';
import type plan from './texts/en.json';

/** The texts of the page on which people are grouped. */
export const useText = textsOf<typeof plan>('cluster/plan');
