import { useState } from 'react';
import { Dialog } from '../../design/Dialog.tsx';
import { useDialogue } from '../../dialogue/DialogueProvider.tsx';
import { useMe, useView } from '../../dialogue/use-dialogue.ts';
import { type DeviceKind, rememberDevice, voiceOf } from '../../facilitate/media/devices/device-choice.ts';
import { Mirror } from '../../facilitate/media/devices/Mirror.tsx';
import { useChosenDevices } from '../../facilitate/media/devices/use-chosen-devices.ts';
import { NetworkCheck } from '../../facilitate/media/network/NetworkCheck.tsx';
import { useMediaActions, useMediaState } from '../../facilitate/media/use-media.ts';
import styles from './GreenRoom.module.css';
import { useText } from './texts.ts';

/** The devices and the line, looked at from within the room. What is chosen here is used at once. */
export function CheckDialog({ onClose }: { onClose(): void }) {
  const text = useText();
  const { id } = useDialogue();
  const { person, role } = useMe();
  const name = useView(view => view.people[person]?.name) ?? text('common.nameless');
  const [chosen, choose] = useChosenDevices();
  const [attempt, setAttempt] = useState(0);
  const camera = useMediaState(media => media.camera);
  const { useDevice: switchTo } = useMediaActions();
  const change = (kind: DeviceKind, device: string) => {
    choose(kind, device);
    rememberDevice(kind, device);
    void switchTo(kind, device);
  };
  return (
    <Dialog title={text('room.check')} isOpen onClose={onClose}>
      <div className={styles.check}>
        <Mirror
          key={attempt}
          person={person}
          name={name}
          voice={voiceOf(role)}
          choice={camera === 'on' ? 'camera' : 'sound'}
          chosen={chosen}
          onChoose={change}
          onRetry={() => setAttempt(attempt + 1)}
        />
        <NetworkCheck dialogue={id} />
      </div>
    </Dialog>
  );
}
