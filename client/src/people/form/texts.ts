import { textsOf } from '../../platform/texts.ts';
import type people from '../texts/en.json';
import type form from './texts/en.json';

/** The texts of what people are asked and answer. */
export const useText = textsOf<typeof people & typeof form>('people', 'people/form');
