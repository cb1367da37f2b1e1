import { textsOf } from '../../platform/texts.ts';
import type texts from './texts/en.json';

/** The texts of where what is written is. */
export const useText = textsOf<typeof texts>('documents/saving');
