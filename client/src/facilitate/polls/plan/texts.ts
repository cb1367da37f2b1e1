import { textsOf } from '../../../platform/texts.ts';
import type compose from '../compose/texts/en.json';
import type polls from '../texts/en.json';
import type plan from './texts/en.json';

/** The texts of a session's polls as hosts prepare them. */
export const useText = textsOf<typeof plan & typeof compose & typeof polls>(
  'facilitate/polls',
  'facilitate/polls/compose',
  'facilitate/polls/plan',
);
