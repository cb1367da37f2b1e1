import { textsOf } from '../../platform/texts.ts';
import type chat from './texts/en.json';

/** The texts of the chat. */
export const useText = textsOf<typeof chat>('facilitate/chat');
