import { textsOf } from '../../platform/texts.ts';
import type questions from './texts/en.json';

/** The texts of the questions. */
export const useText = textsOf<typeof questions>('facilitate/questions');
