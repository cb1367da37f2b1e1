import { textsOf } from '../../../platform/texts.ts';
import type sessions from '../texts/en.json';
import type plan from './texts/en.json';

/** The texts of planning and opening sessions. */
export const useText = textsOf<typeof sessions & typeof plan>('facilitate/sessions', 'facilitate/sessions/plan');
