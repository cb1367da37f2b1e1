import { textsOf } from '../platform/texts.ts';
import type cluster from './texts/en.json';

/** The texts of the clusters. */
export const useText = textsOf<typeof cluster>('cluster');
