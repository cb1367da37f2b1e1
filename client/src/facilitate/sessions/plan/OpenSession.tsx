import { Button, Radio } from '@mantine/core';
import { useState } from 'react';
import { Dialog } from '../../../design/Dialog.tsx';
import { FormActions } from '../../../design/FormActions.tsx';
import { useCommand } from '../../../dialogue/use-dialogue.ts';
import styles from './OpenSession.module.css';
import { useText } from './texts.ts';

type Props = { session: string; title: string; isOpen: boolean; onClose(): void; onOpened(): void };

/** Asks how people come in, then opens the session for everybody. */
export function OpenSession({ session, title, isOpen, onClose, onOpened }: Props) {
  const text = useText();
  const send = useCommand();
  const [admission, setAdmission] = useState<'lobby' | 'direct'>('lobby');
  const [isBusy, setBusy] = useState(false);
  const open = async () => {
    setBusy(true);
    const ack = await send('sessions.open', { session, admission });
    setBusy(false);
    onClose();
    if (ack.ok) onOpened();
  };
  return (
    <Dialog title={text('sessions.open.title')} isOpen={isOpen} onClose={onClose} size={520} fills={false}>
      <p className={styles.quiet} dir="auto">
        {title}
      </p>
      <Radio.Group
        className={styles.group}
        value={admission}
        label={text('sessions.admission')}
        onChange={value => setAdmission(value === 'direct' ? 'direct' : 'lobby')}
      >
        <div className={styles.choices}>
          <Radio
            value="lobby"
            label={text('sessions.admission.lobby')}
            description={text('sessions.admission.lobby.text')}
          />
          <Radio
            value="direct"
            label={text('sessions.admission.direct')}
            description={text('sessions.admission.direct.text')}
          />
        </div>
      </Radio.Group>
      <FormActions>
        <Button variant="default" onClick={onClose}>
          {text('common.cancel')}
        </Button>
        <Button loading={isBusy} onClick={() => void open()}>
          {text('sessions.open')}
        </Button>
      </FormActions>
    </Dialog>
  );
}
