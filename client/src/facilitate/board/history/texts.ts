import { textsOf } from '../../../platform/texts.ts';
import type texts from './texts/en.json';

/** The texts of the versions of boards. */
export const useText = textsOf<typeof texts>('facilitate/board/history');
