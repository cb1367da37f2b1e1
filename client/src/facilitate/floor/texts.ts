import { textsOf } from '../../platform/texts.ts';
import type floor from './texts/en.json';

/** The texts of the floor. */
export const useText = textsOf<typeof floor>('facilitate/floor');
