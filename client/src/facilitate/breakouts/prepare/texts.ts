import { textsOf } from '../../../platform/texts.ts';
import type prepare from './texts/en.json';

/** The texts of the page on which breakouts are prepared. */
export const useText = textsOf<typeof prepare>('facilitate/breakouts/prepare');
