import { textsOf } from '../../platform/texts.ts';
import type reactions from './texts/en.json';

/** The texts of reactions and signs. */
export const useText = textsOf<typeof reactions>('facilitate/reactions');
