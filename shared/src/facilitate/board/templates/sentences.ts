import type { Language } from '../../../kernel/languages.ts';
import { canvasSentences, practiceSentences } from './card-sentences.ts';
import { gapSentences, quadrantSentences, treeSentences } from './map-sentences.ts';

const sentences = {
  ...{ ...gapSentences, ...quadrantSentences, ...treeSentences },
  ...{ ...canvasSentences, ...practiceSentences },
};

/** A sentence of a template, as documents hold it. */
export type SentenceKey = keyof typeof sentences;

/** What a template says under a key in somebody's language; nothing for a key that there is not, whoever wrote it there. */
export const saidBy = (key: string, language: Language): string =>
  Object.hasOwn(sentences, key) ? sentences[key as SentenceKey][language] : '';
