import { Button, Checkbox } from '@mantine/core';
import { useState } from 'react';
import { Dialog } from '../../../design/Dialog.tsx';
import { FormActions } from '../../../design/FormActions.tsx';
import { offerUndo } from '../../../design/toasts.tsx';
import { useCommand } from '../../../dialogue/use-dialogue.ts';
import { useText } from '../texts.ts';
import styles from './host.module.css';

type Props = { person: string; name: string; session: string; isOpen: boolean; onClose(): void };

/** Confirms that somebody is removed, and asks whether they may come back; it can be undone for ten seconds. */
export function RemoveDialog({ person, name, session, isOpen, onClose }: Props) {
  const text = useText();
  const send = useCommand();
  const [bar, setBar] = useState(false);
  const remove = async () => {
    onClose();
    const ack = await send('sessions.expel', { session, person, bar });
    if (!ack.ok) return;
    offerUndo({
      message: text('host.removed', { name }),
      label: text('common.undo'),
      undo: () => void send('sessions.readmit', { session, person }),
    });
  };
  return (
    <Dialog title={text('host.remove.title', { name })} isOpen={isOpen} onClose={onClose} size={460} fills={false}>
      <p>{text('host.remove.text')}</p>
      <Checkbox
        className={styles.choice}
        label={text('host.remove.bar')}
        checked={bar}
        onChange={event => setBar(event.currentTarget.checked)}
      />
      <FormActions>
        <Button variant="default" onClick={onClose}>
          {text('common.cancel')}
        </Button>
        <Button color="danger" onClick={() => void remove()}>
          {text('host.remove.confirm')}
        </Button>
      </FormActions>
    </Dialog>
  );
}
