import type design from '../../design/texts/en.json';
import { textsOf } from '../../platform/texts.ts';
import type app from '../texts/en.json';
import type room from './texts/en.json';

/** The texts of the frame of a room. */
export const useText = textsOf<typeof app & typeof design & typeof room>('app', 'design', 'app/room');
