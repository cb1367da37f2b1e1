import { textsOf } from '../../platform/texts.ts';
import type form from '../form/texts/en.json';
import type people from '../texts/en.json';
import type importing from './texts/en.json';

/** The texts of importing a list. */
export const useText = textsOf<typeof people & typeof form & typeof importing>(
  'people',
  'people/form',
  'people/import',
);
