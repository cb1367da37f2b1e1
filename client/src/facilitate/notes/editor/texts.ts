import { textsOf } from '../../../platform/texts.ts';
import type editor from './texts/en.json';

/** The texts of the editor and its toolbar. */
export const useText = textsOf<typeof editor>('facilitate/notes/editor');
