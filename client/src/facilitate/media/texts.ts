import { textsOf } from '../../platform/texts.ts';
import type media from './texts/en.json';

/** The texts of voice and video. */
export const useText = textsOf<typeof media>('facilitate/media');
