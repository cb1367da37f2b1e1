import { textsOf } from '../../platform/texts.ts';
import type people from '../texts/en.json';
import type roster from './texts/en.json';

/** The texts of the roster. */
export const useText = textsOf<typeof people & typeof roster>('people', 'people/roster');
