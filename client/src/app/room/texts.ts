import type design from '../../design/texts/en.json';
import type chat from '../../facilitate/chat/texts/en.json';
import type media from '../../facilitate/media/texts/en.json';
import type live from '../../facilitate/sessions/live/texts/en.json';
import { type KeyOf, textsOf } from '../../platform/texts.ts';
import type app from '../texts/en.json';
import type room from './texts/en.json';

/** The texts of the frame of a room. */
export const useText = textsOf<typeof app & typeof design & typeof room & typeof chat & typeof media & typeof live>(
  'app',
  'design',
  'app/room',
  'facilitate/chat',
  'facilitate/media',
  'facilitate/sessions/live',
);
export type RoomKey = KeyOf<typeof useText>;
