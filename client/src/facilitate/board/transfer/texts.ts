import { textsOf } from '../../../platform/texts.ts';
import type texts from './texts/en.json';

/** The texts of what comes onto a board and is taken from it. */
export const useText = textsOf<typeof texts>('facilitate/board/transfer');
