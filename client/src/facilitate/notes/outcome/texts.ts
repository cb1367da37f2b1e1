import { textsOf } from '../../../platform/texts.ts';
import type outcome from './texts/en.json';

/** The texts of outcomes. */
export const useText = textsOf<typeof outcome>('facilitate/notes/outcome');
