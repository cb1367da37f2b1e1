import { textsOf } from '../platform/texts.ts';
import type design from './texts/en.json';

/** The texts of the components. */
export const useText = textsOf<typeof design>('design');
