import { textsOf } from '../../../platform/texts.ts';
import type texts from './texts/en.json';

/** The texts of a board's surface. */
export const useText = textsOf<typeof texts>('facilitate/board/surface');
