import { textsOf } from '../../../platform/texts.ts';
import type texts from './texts/en.json';

/** The texts of the list of everything on a board. */
export const useText = textsOf<typeof texts>('facilitate/board/list');
