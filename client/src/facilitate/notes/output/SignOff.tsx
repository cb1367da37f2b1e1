import { Button } from '@mantine/core';
import type { SessionId } from '@multaqa/shared/kernel/ids';
import IconCircleCheck from '@tabler/icons-react/dist/esm/icons/IconCircleCheck.mjs';
import { useState } from 'react';
import { ConfirmDialog } from '../../../design/ConfirmDialog.tsx';
import { Icon } from '../../../design/Icon.tsx';
import { Pill } from '../../../design/Pill.tsx';
import { useCommand, useMay, useView } from '../../../dialogue/use-dialogue.ts';
import { useMoments } from '../../../platform/moments.ts';
import { useText } from '../texts.ts';
import styles from './Output.module.css';

/** Whether the results of a session are signed off and by whom, and for those who may the step to do so or to open them again. */
export function SignOff({ session }: { session: SessionId }) {
  const text = useText();
  const may = useMay();
  const send = useCommand();
  const { day, time } = useMoments();
  const [isAsking, setAsking] = useState(false);
  const output = useView(({ notes }) => notes.outputs[session]);
  const by = output?.status === 'signed' ? output.by : null;
  const name = useView(({ people }) => (by ? people[by]?.name : null)) ?? text('common.nameless');
  if (output?.status === 'signed')
    return (
      <div className={styles.signed}>
        <Icon of={IconCircleCheck} size={20} />
        <span>{text('output.signed', { name, when: `${day(output.at)}, ${time(output.at)}` })}</span>
        {may('notes.unsign') && (
          <Button variant="subtle" onClick={() => void send('notes.unsign', { session })}>
            {text('output.unsign')}
          </Button>
        )}
      </div>
    );
  return (
    <div className={styles.signed}>
      <Pill>{text('output.draft')}</Pill>
      {may('notes.sign') && <Button onClick={() => setAsking(true)}>{text('output.sign')}</Button>}
      <ConfirmDialog
        isOpen={isAsking}
        title={text('output.sign.ask')}
        body={text('output.sign.means')}
        confirm={text('output.sign')}
        onConfirm={() => void send('notes.sign', { session })}
        onClose={() => setAsking(false)}
      />
    </div>
  );
}
