import { textsOf } from '../../platform/texts.ts';
import type notes from './texts/en.json';

/** The texts of the notes. */
export const useText = textsOf<typeof notes>('facilitate/notes');
