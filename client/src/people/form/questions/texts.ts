import { textsOf } from '../../../platform/texts.ts';
import type people from '../../texts/en.json';
import type form from '../texts/en.json';
import type questions from './texts/en.json';

/** The texts of those who decide what people are asked. */
export const useText = textsOf<typeof people & typeof form & typeof questions>(
  'people',
  'people/form',
  'people/form/questions',
);
