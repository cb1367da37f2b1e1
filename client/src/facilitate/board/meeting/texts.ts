import { textsOf } from '../../../platform/texts.ts';
import type meeting from './texts/en.json';

/** The texts of what people do together at a board. */
export const useText = textsOf<typeof meeting>('facilitate/board/meeting');
