import { saidBy } from '@multaqa/shared/facilitate/board/templates/sentences';
import { useCallback } from 'react';
import { useSpokenLanguage } from '../../platform/texts.ts';

/** Says the sentence of a template by its key in the language of this screen. */
export function useSaid(): (key: string) => string {
  const language = useSpokenLanguage();
  return useCallback(key => saidBy(key, language), [language]);
}
