import { textsOf } from '../../platform/texts.ts';
import type app from '../texts/en.json';
import type home from './texts/en.json';

/** The texts of the first page. */
export const useText = textsOf<typeof app & typeof home>('app', 'app/home');
