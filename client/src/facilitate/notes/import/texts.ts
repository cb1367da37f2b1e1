import { textsOf } from '../../../platform/texts.ts';
import type importing from './texts/en.json';

/** The texts of what is pasted and imported. */
export const useText = textsOf<typeof importing>('facilitate/notes/import');
