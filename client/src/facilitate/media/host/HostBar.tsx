import { Button } from '@mantine/core';
import type { OpenSessionView } from '@multaqa/shared/facilitate/sessions/sessions.view';
import IconLock from '@tabler/icons-react/dist/esm/icons/IconLock.mjs';
import IconLockOpen from '@tabler/icons-react/dist/esm/icons/IconLockOpen.mjs';
import IconMicrophoneOff from '@tabler/icons-react/dist/esm/icons/IconMicrophoneOff.mjs';
import { Icon } from '../../../design/Icon.tsx';
import { tell } from '../../../design/toasts.tsx';
import { useCommand, useMay } from '../../../dialogue/use-dialogue.ts';
import { useText } from '../texts.ts';
import styles from './host.module.css';

type Props = { session: OpenSessionView; room: string };

/** For hosts: actions on everybody at once. */
export function HostBar({ session: { session, door }, room }: Props) {
  const text = useText();
  const may = useMay();
  const send = useCommand();
  if (!may('media.stop', { room })) return null;
  const muteAll = async () => {
    const ack = await send('media.stop', { room, source: 'microphone', people: 'all' });
    if (ack.ok) tell(text('host.mute-all.done'));
  };
  const isLocked = door === 'locked';
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset belongs to a form.
    <div className={styles.bar} role="group" aria-label={text('host.bar')}>
      <Button variant="default" leftSection={<Icon of={IconMicrophoneOff} size={20} />} onClick={() => void muteAll()}>
        {text('host.mute-all')}
      </Button>
      <Button
        variant="default"
        leftSection={<Icon of={isLocked ? IconLockOpen : IconLock} size={20} />}
        onClick={() => void send(isLocked ? 'sessions.unlock' : 'sessions.lock', { session })}
      >
        {text(isLocked ? 'host.unlock' : 'host.lock')}
      </Button>
    </div>
  );
}
