import { textsOf } from '../../../platform/texts.ts';
import type devices from './texts/en.json';

/** The texts of choosing and testing devices. */
export const useText = textsOf<typeof devices>('facilitate/media/devices');
