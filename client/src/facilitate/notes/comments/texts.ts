import { textsOf } from '../../../platform/texts.ts';
import type comments from './texts/en.json';

/** The texts of comments. */
export const useText = textsOf<typeof comments>('facilitate/notes/comments');
