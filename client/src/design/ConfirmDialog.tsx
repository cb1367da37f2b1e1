import { Button } from '@mantine/core';
import { Dialog } from './Dialog.tsx';
import { FormActions } from './FormActions.tsx';
import { useText } from './texts.ts';

type Props = {
  isOpen: boolean;
  title: string;
  body: string;
  confirm: string;
  tone?: 'accent' | 'danger';
  onConfirm(): void;
  onClose(): void;
};

/** Asks once more before something that many people would notice. */
export function ConfirmDialog({ isOpen, title, body, confirm, tone = 'accent', onConfirm, onClose }: Props) {
  const text = useText();
  return (
    <Dialog title={title} isOpen={isOpen} onClose={onClose} size={460} fills={false}>
      <p>{body}</p>
      <FormActions>
        <Button variant="default" onClick={onClose}>
          {text('common.cancel')}
        </Button>
        <Button
          color={tone}
          onClick={() => {
            onClose();
            onConfirm();
          }}
        >
          {confirm}
        </Button>
      </FormActions>
    </Dialog>
  );
}
