import { textsOf } from '../../platform/texts.ts';
import type app from '../texts/en.json';
import type dialogue from './texts/en.json';

/** The texts of what stands around every page of a dialogue. */
export const useText = textsOf<typeof app & typeof dialogue>('app', 'app/dialogue');
