import { textsOf } from '../../platform/texts.ts';
import type join from './texts/en.json';

/** The texts of an invitation. */
export const useText = textsOf<typeof join>('people/join');
