import { isGrouped } from '@multaqa/shared/people/people.state';
import type { PersonCard } from '@multaqa/shared/people/people.view';
import { useCallback } from 'react';
import { useView } from '../../dialogue/use-dialogue.ts';
import { openQuestions, type Progress, progressOf, type QuestionName, valuesOf } from './answer-values.ts';

export type Standing = Progress & { open: readonly QuestionName[] };

/** Returns how far somebody has come with the form; null for who is not asked, and where one does not see it. */
export function useProgress(): (card: PersonCard) => Standing | null {
  const asked = useView(view => view.form);
  return useCallback(
    card => {
      if (!asked.answers || !isGrouped(card.role)) return null;
      const values = valuesOf(card, asked, asked.answers[card.person]);
      return { ...progressOf(values, asked), open: openQuestions(values, asked) };
    },
    [asked],
  );
}
