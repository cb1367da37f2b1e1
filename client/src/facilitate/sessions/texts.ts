import { textsOf } from '../../platform/texts.ts';
import type sessions from './texts/en.json';

/** The texts of sessions in the report. */
export const useText = textsOf<typeof sessions>('facilitate/sessions');
