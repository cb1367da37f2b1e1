import { textsOf } from '../../platform/texts.ts';
import type people from '../texts/en.json';
import type importing from './texts/en.json';

/** The texts of importing a list. */
export const useText = textsOf<typeof people & typeof importing>('people', 'people/import');
