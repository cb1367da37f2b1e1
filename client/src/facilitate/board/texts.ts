import { textsOf } from '../../platform/texts.ts';
import type board from './texts/en.json';

/** What a room says of its board while that is not shown. */
export const useText = textsOf<typeof board>('facilitate/board');
