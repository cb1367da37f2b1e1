import { Button, NativeSelect, Radio } from '@mantine/core';
import IconKeyboard from '@tabler/icons-react/dist/esm/icons/IconKeyboard.mjs';
import IconMicrophone from '@tabler/icons-react/dist/esm/icons/IconMicrophone.mjs';
import IconVideo from '@tabler/icons-react/dist/esm/icons/IconVideo.mjs';
import { useState } from 'react';
import { Icon } from '../../design/Icon.tsx';
import { Note } from '../../design/Note.tsx';
import { useText } from '../../platform/languages.ts';
import styles from './DeviceStep.module.css';
import {
  type DeviceChoice,
  deviceChoices,
  recallDevice,
  recallDevices,
  rememberDevice,
  rememberDevices,
} from './device-choice.ts';
import { PreviewTile } from './PreviewTile.tsx';
import { usePreview } from './use-preview.ts';

const signs = { camera: IconVideo, sound: IconMicrophone, text: IconKeyboard };

type Props = { person: string; name: string; onDone(choice: DeviceChoice): void };

/** How to take part from this device, with a look into the mirror. The answer is remembered here. */
export function DeviceStep({ person, name, onDone }: Props) {
  const text = useText();
  const [choice, setChoice] = useState(recallDevices);
  const [camera, setCamera] = useState(() => recallDevice('camera'));
  const [microphone, setMicrophone] = useState(() => recallDevice('microphone'));
  const [isAsked, setAsked] = useState(false);
  const preview = usePreview(choice, camera, microphone);

  const done = () => {
    if (!choice) return setAsked(true);
    rememberDevices(choice);
    rememberDevice('camera', camera);
    rememberDevice('microphone', microphone);
    onDone(choice);
  };

  return (
    <div className={styles.step}>
      <div>
        <h1>{text('devices.title')}</h1>
        <p className={styles.quiet}>{text('devices.lead')}</p>
      </div>
      <div className={styles.columns}>
        <PreviewTile person={person} name={name} choice={choice} preview={preview} />
        <div className={styles.choices}>
          <Radio.Group
            value={choice}
            onChange={value => setChoice(deviceChoices.find(one => one === value) ?? null)}
            aria-label={text('devices.title')}
            error={isAsked && !choice && text('devices.choose-first')}
          >
            <div className={styles.cards}>
              {deviceChoices.map(one => (
                // biome-ignore lint/a11y/noLabelWithoutControl: the radio inside is the control.
                <label key={one} className={styles.card} data-chosen={one === choice}>
                  <Radio value={one} aria-describedby={`devices-${one}`} aria-label={text(`devices.${one}`)} />
                  <Icon of={signs[one]} />
                  <span>
                    <span className={styles.name}>{text(`devices.${one}`)}</span>
                    <span className={styles.quiet} id={`devices-${one}`}>
                      {text(`devices.${one}.text`)}
                    </span>
                  </span>
                </label>
              ))}
            </div>
          </Radio.Group>
          {preview.cameras.length > 1 && (
            <DeviceSelect
              label={text('devices.which-camera')}
              devices={preview.cameras}
              value={camera}
              onChange={setCamera}
            />
          )}
          {preview.microphones.length > 1 && (
            <DeviceSelect
              label={text('devices.which-microphone')}
              devices={preview.microphones}
              value={microphone}
              onChange={setMicrophone}
            />
          )}
          {(preview.status === 'denied' || preview.status === 'missing' || preview.status === 'busy') && (
            <Note tone="warning">{text(`devices.problem.${preview.status}`)}</Note>
          )}
          <Button onClick={done} fullWidth>
            {text('devices.continue')}
          </Button>
          <p className={styles.small}>{text('devices.later')}</p>
        </div>
      </div>
    </div>
  );
}

type SelectProps = { label: string; devices: readonly MediaDeviceInfo[]; value: string; onChange(id: string): void };

function DeviceSelect({ label, devices, value, onChange }: SelectProps) {
  return (
    <NativeSelect
      label={label}
      value={value || devices[0]?.deviceId || ''}
      data={devices.map(({ deviceId, label: name }, at) => ({ value: deviceId, label: name || `${label} ${at + 1}` }))}
      onChange={event => onChange(event.currentTarget.value)}
    />
  );
}
