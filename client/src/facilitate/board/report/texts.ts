import { textsOf } from '../../../platform/texts.ts';
import type texts from './texts/en.json';

/** The texts of what the report says of a board beside its picture. */
export const useText = textsOf<typeof texts>('facilitate/board/report');
