import { textsOf } from '../../../platform/texts.ts';
import type sessions from '../texts/en.json';
import type live from './texts/en.json';

/** The texts of who is in an open session, and of its door. */
export const useText = textsOf<typeof sessions & typeof live>('facilitate/sessions', 'facilitate/sessions/live');
