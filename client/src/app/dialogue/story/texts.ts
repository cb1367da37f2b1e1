import type about from '../../../about/texts/en.json';
import type people from '../../../people/texts/en.json';
import { textsOf } from '../../../platform/texts.ts';
import type app from '../../texts/en.json';
import type story from './texts/en.json';

/** The texts of the page that tells a dialogue in six steps. */
export const useText = textsOf<typeof app & typeof story & typeof about & typeof people>(
  'app',
  'app/dialogue/story',
  'about',
  'people',
);
