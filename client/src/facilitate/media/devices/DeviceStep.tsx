import { Button, Checkbox, Radio } from '@mantine/core';
import type { Role } from '@multaqa/shared/kernel/messages';
import type { Icon as Shape } from '@tabler/icons-react';
import IconBook from '@tabler/icons-react/dist/esm/icons/IconBook.mjs';
import IconEar from '@tabler/icons-react/dist/esm/icons/IconEar.mjs';
import IconKeyboard from '@tabler/icons-react/dist/esm/icons/IconKeyboard.mjs';
import IconMicrophone from '@tabler/icons-react/dist/esm/icons/IconMicrophone.mjs';
import IconVideo from '@tabler/icons-react/dist/esm/icons/IconVideo.mjs';
import { useState } from 'react';
import { Icon } from '../../../design/Icon.tsx';
import type { KeyOf } from '../../../platform/texts.ts';
import { NetworkCheck } from '../network/NetworkCheck.tsx';
import styles from './DeviceStep.module.css';
import {
  type DeviceChoice,
  recallDevices,
  recallSaving,
  rememberDevice,
  rememberDevices,
  rememberSaving,
  type Voice,
  voiceOf,
} from './device-choice.ts';
import { Mirror } from './Mirror.tsx';
import { useText } from './texts.ts';
import { useChosenDevices } from './use-chosen-devices.ts';

type Words = KeyOf<typeof useText>;
type Way = { choice: DeviceChoice; name: Words; more: Words; sign: Shape };

/** The ways to take part: an observer who hears everybody listens, one who does not reads. */
const ways: Record<Voice, readonly Way[]> = {
  speaks: [
    { choice: 'camera', name: 'devices.camera', more: 'devices.camera.text', sign: IconVideo },
    { choice: 'sound', name: 'devices.sound', more: 'devices.sound.text', sign: IconMicrophone },
    { choice: 'text', name: 'devices.text', more: 'devices.text.text', sign: IconKeyboard },
  ],
  listens: [
    { choice: 'sound', name: 'devices.listen', more: 'devices.listen.text', sign: IconEar },
    { choice: 'text', name: 'devices.read', more: 'devices.read.text', sign: IconBook },
  ],
};

type Props = {
  person: string;
  name: string;
  /** What they may do in the dialogue: who observes is offered no microphone and no camera. */
  role: Role | null;
  /** Whose media server the connection is tried with; without it there is no such test. */
  dialogue?: string;
  /** The level of the heading: below the title of a page, or the title itself. */
  heading?: 'h1' | 'h2';
  onDone(choice: DeviceChoice): void;
};

/** Asks how to take part from this device, with a preview. The answer is remembered on the device. */
export function DeviceStep({ person, name, role, dialogue, heading: Heading = 'h1', onDone }: Props) {
  const text = useText();
  const voice = voiceOf(role);
  const [choice, setChoice] = useState(() => recallDevices(voice));
  const [chosen, choose] = useChosenDevices();
  const [attempt, setAttempt] = useState(0);
  const [savesData, setSavesData] = useState(recallSaving);
  const [isAsked, setAsked] = useState(false);

  const done = () => {
    if (!choice) return setAsked(true);
    rememberDevices(choice);
    rememberSaving(savesData);
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
          voice={voice}
          choice={choice}
          chosen={chosen}
          onChoose={choose}
          onRetry={() => setAttempt(attempt + 1)}
        />
        <div className={styles.choices}>
          <Radio.Group
            value={choice}
            onChange={value => setChoice(ways[voice].find(way => way.choice === value)?.choice ?? null)}
            aria-label={text('devices.title')}
            error={isAsked && !choice && text('devices.choose-first')}
          >
            <div className={styles.cards}>
              {ways[voice].map(({ choice: one, name: title, more, sign }) => (
                // biome-ignore lint/a11y/noLabelWithoutControl: the radio inside is the control.
                <label key={one} className={styles.card} data-chosen={one === choice}>
                  <Radio value={one} aria-describedby={`devices-${one}`} aria-label={text(title)} />
                  <Icon of={sign} />
                  <span>
                    <span className={styles.name}>{text(title)}</span>
                    <span className={styles.quiet} id={`devices-${one}`}>
                      {text(more)}
                    </span>
                  </span>
                </label>
              ))}
            </div>
          </Radio.Group>
          {choice !== 'text' && (
            <Checkbox
              label={text('devices.save-data')}
              description={text('devices.save-data.text')}
              checked={savesData}
              onChange={event => setSavesData(event.currentTarget.checked)}
            />
          )}
          <Button onClick={done} size="lg" fullWidth>
            {text('devices.continue')}
          </Button>
          <p className={styles.small}>{text(voice === 'speaks' ? 'devices.later' : 'devices.observer')}</p>
        </div>
      </div>
      {dialogue && choice !== 'text' && <NetworkCheck dialogue={dialogue} />}
    </div>
  );
}
