import { textsOf } from '../../platform/texts.ts';
import type people from '../texts/en.json';
import type organisers from './texts/en.json';

/** The texts of the list of organisers. */
export const useText = textsOf<typeof people & typeof organisers>('people', 'people/organisers');
