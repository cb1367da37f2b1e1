import { textsOf } from '../../platform/texts.ts';
import type board from './texts/en.json';

/** The texts of a board on which people are moved between groups. */
export const useText = textsOf<typeof board>('design/people-board');
