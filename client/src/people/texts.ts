import { textsOf } from '../platform/texts.ts';
import type people from './texts/en.json';

/** The texts of people and their cards. */
export const useText = textsOf<typeof people>('people');
