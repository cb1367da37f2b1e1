import { textsOf } from '../../../platform/texts.ts';
import type texts from './texts/en.json';

/** The texts of what a board can begin with. */
export const useText = textsOf<typeof texts>('facilitate/board/templates');
