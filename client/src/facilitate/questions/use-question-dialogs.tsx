import type { ShownQuestion } from '@multaqa/shared/facilitate/questions/questions.view';
import { type ReactNode, useCallback, useState } from 'react';
import { AnswerDialog } from './AnswerDialog.tsx';
import { MergeDialog } from './MergeDialog.tsx';
import type { QuestionDialog } from './QuestionMenu.tsx';
import { SendDialog } from './SendDialog.tsx';

type Open = (dialog: QuestionDialog, of: ShownQuestion) => void;

/** The dialogs about a question of a room, one set for all of its cards, and what opens them. */
export function useQuestionDialogs(room: string): { onOpen: Open; dialogs: ReactNode } {
  const [asked, setAsked] = useState<{ dialog: QuestionDialog; of: ShownQuestion; isOpen: boolean } | null>(null);
  const onOpen = useCallback<Open>((dialog, of) => setAsked({ dialog, of, isOpen: true }), []);
  const close = useCallback(() => setAsked(before => before && { ...before, isOpen: false }), []);
  if (!asked) return { onOpen, dialogs: null };
  const { dialog, of, isOpen } = asked;
  const about = (name: QuestionDialog) => ({ room, of, isOpen: isOpen && dialog === name, onClose: close });
  const dialogs = (
    <>
      <MergeDialog {...about('merge')} />
      <AnswerDialog {...about('answer')} />
      <SendDialog {...about('send')} />
    </>
  );
  return { onOpen, dialogs };
}
