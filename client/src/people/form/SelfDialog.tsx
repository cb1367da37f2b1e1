import { Button } from '@mantine/core';
import { Dialog } from '../../design/Dialog.tsx';
import { FormActions } from '../../design/FormActions.tsx';
import { AnswersForm } from './AnswersForm.tsx';
import { useText } from './texts.ts';
import { useOwnAnswers } from './use-own-answers.ts';

/** The form above a room, which nobody leaves to fill it in. */
export function SelfDialog({ isOpen, onClose }: { isOpen: boolean; onClose(): void }) {
  const text = useText();
  return (
    <Dialog title={text('form.title')} isOpen={isOpen} onClose={onClose} size={760}>
      <OwnForm />
      <FormActions>
        <Button onClick={onClose}>{text('form.done')}</Button>
      </FormActions>
    </Dialog>
  );
}

function OwnForm() {
  return <AnswersForm book={useOwnAnswers()} />;
}
