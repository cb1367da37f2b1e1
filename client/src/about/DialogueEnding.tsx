import { Button } from '@mantine/core';
import { useState } from 'react';
import { ConfirmDialog } from '../design/ConfirmDialog.tsx';
import { useCommand, useMay } from '../dialogue/use-dialogue.ts';
import styles from './DialogueEnding.module.css';
import { useText } from './texts.ts';

/** For organisers: ends the dialogue, or takes it up again. */
export function DialogueEnding() {
  const text = useText();
  const may = useMay();
  const send = useCommand();
  const [isEnding, setEnding] = useState(false);
  if (may('about.reopen'))
    return (
      <div className={styles.row}>
        <Button variant="default" onClick={() => void send('about.reopen', {})}>
          {text('about.reopen')}
        </Button>
      </div>
    );
  if (!may('about.end')) return null;
  return (
    <div className={styles.row}>
      <Button variant="subtle" color="ink" onClick={() => setEnding(true)}>
        {text('about.end')}
      </Button>
      <ConfirmDialog
        isOpen={isEnding}
        title={text('about.end.title')}
        body={text('about.end.text')}
        confirm={text('about.end')}
        onClose={() => setEnding(false)}
        onConfirm={() => void send('about.end', {})}
      />
    </div>
  );
}
