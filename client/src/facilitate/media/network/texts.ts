import { textsOf } from '../../../platform/texts.ts';
import type network from './texts/en.json';

/** The texts of the connection test. */
export const useText = textsOf<typeof network>('facilitate/media/network');
