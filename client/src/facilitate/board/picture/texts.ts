import { textsOf } from '../../../platform/texts.ts';
import type texts from './texts/en.json';

/** The texts of boards on weak lines. */
export const useText = textsOf<typeof texts>('facilitate/board/picture');
