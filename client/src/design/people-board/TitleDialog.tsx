import { Button, TextInput } from '@mantine/core';
import { limits } from '@multaqa/shared/limits';
import { useState } from 'react';
import { Dialog } from '../Dialog.tsx';
import { FormActions } from '../FormActions.tsx';
import { useText } from './texts.ts';

/** Asks what something is to be called. */
export function TitleDialog({
  heading,
  title,
  onSave,
  onClose,
}: {
  heading: string;
  /** What it is called so far; null while nothing is asked. */
  title: string | null;
  onSave(title: string): void;
  onClose(): void;
}) {
  return (
    <Dialog title={heading} isOpen={title !== null} onClose={onClose} size={460} fills={false}>
      {title !== null && <Field title={title} onSave={onSave} onClose={onClose} />}
    </Dialog>
  );
}

function Field({ title, onSave, onClose }: { title: string; onSave(title: string): void; onClose(): void }) {
  const text = useText();
  const [draft, setDraft] = useState(title);
  return (
    <form
      onSubmit={event => {
        event.preventDefault();
        if (!draft.trim()) return;
        onSave(draft.trim());
        onClose();
      }}
    >
      <TextInput
        data-autofocus
        label={text('board.title')}
        maxLength={limits.nameGraphemes}
        value={draft}
        onChange={event => setDraft(event.currentTarget.value)}
      />
      <FormActions>
        <Button variant="default" onClick={onClose}>
          {text('common.cancel')}
        </Button>
        <Button type="submit" disabled={!draft.trim()}>
          {text('common.save')}
        </Button>
      </FormActions>
    </form>
  );
}
