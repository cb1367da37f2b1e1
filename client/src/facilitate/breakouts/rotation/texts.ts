import { textsOf } from '../../../platform/texts.ts';
import type rotation from './texts/en.json';

/** The texts of the page on which a rotation is planned. */
export const useText = textsOf<typeof rotation>('facilitate/breakouts/rotation');
