import { textsOf } from '../platform/texts.ts';
import type about from './texts/en.json';

/** The texts of what a dialogue is about. */
export const useText = textsOf<typeof about>('about');
