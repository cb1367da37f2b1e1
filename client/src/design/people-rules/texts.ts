import { textsOf } from '../../platform/texts.ts';
import type rules from './texts/en.json';

/** The texts of rules that are about lists of people. */
export const useText = textsOf<typeof rules>('design/people-rules');
