import type design from '../design/texts/en.json';
import { textsOf } from '../platform/texts.ts';
import type app from './texts/en.json';

/** The texts of the frame of every page, and of its doors. */
export const useText = textsOf<typeof app & typeof design>('app', 'design');
