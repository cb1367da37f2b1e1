import { textsOf } from '../../../platform/texts.ts';
import type files from './texts/en.json';

/** The texts of what is prepared for a room: task, questions, links and files. */
export const useText = textsOf<typeof files>('facilitate/breakouts/files');
