import { Button, Radio } from '@mantine/core';
import IconKeyboard from '@tabler/icons-react/dist/esm/icons/IconKeyboard.mjs';
import IconMicrophone from '@tabler/icons-react/dist/esm/icons/IconMicrophone.mjs';
import IconVideo from '@tabler/icons-react/dist/esm/icons/IconVideo.mjs';
import { useState } from 'react';
import { Icon } from '../../../design/Icon.tsx';
import { NetworkCheck } from '../network/NetworkCheck.tsx';
import styles from './DeviceStep.module.css';
import { type DeviceChoice, deviceChoices, recallDevices, rememberDevice, rememberDevices } from './device-choice.ts';
import { Mirror } from './Mirror.tsx';
import { useText } from './texts.ts';
import { useChosenDevices } from './use-chosen-devices.ts';

const signs = { camera: IconVideo, sound: IconMicrophone, text: IconKeyboard };

type Props = {
  person: string;
  name: string;
  /** Whose media server the connection is tried with; without it there is no such test. */
  dialogue?: string;
  /** The level of the heading: below the title of a page, or the title itself. */
  heading?: 'h1' | 'h2';
  onDone(choice: DeviceChoice): void;
};

/** Asks how to take part from this device, with a preview. The answer is remembered on the device. */
export function DeviceStep({ person, name, dialogue, heading: Heading = 'h1', onDone }: Props) {
  const text = useText();
  const [choice, setChoice] = useState(recallDevices);
  const [chosen, choose] = useChosenDevices();
  const [attempt, setAttempt] = useState(0);
  const [isAsked, setAsked] = useState(false);

  const done = () => {
    if (!choice) return setAsked(true);
    rememberDevices(choice);
    for (const kind of ['camera', 'microphone', 'speaker'] as const) rememberDevice(kind, chosen[kind]);
    onDone(choice);
  };

  return (
    <div className={styles.step}>
      <div>
        <Heading className={styles.title}>{text('devices.title')}</Heading>
        <p className={styles.quiet}>{text('devices.lead')}</p>
      </div>
      <div className={styles.columns}>
        <Mirror
          key={attempt}
          person={person}
          name={name}
          choice={choice}
          chosen={chosen}
          onChoose={choose}
          onRetry={() => setAttempt(attempt + 1)}
        />
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
          <Button onClick={done} size="lg" fullWidth>
            {text('devices.continue')}
          </Button>
          <p className={styles.small}>{text('devices.later')}</p>
        </div>
      </div>
      {dialogue && choice !== 'text' && <NetworkCheck dialogue={dialogue} />}
    </div>
  );
}
