import { textsOf } from '../platform/texts.ts';
import type report from './texts/en.json';

/** The texts of the report around the sections of the slices. */
export const useText = textsOf<typeof report>('report');
