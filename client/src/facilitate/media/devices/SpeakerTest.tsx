import { Button } from '@mantine/core';
import IconVolume from '@tabler/icons-react/dist/esm/icons/IconVolume.mjs';
import { useState } from 'react';
import { Icon } from '../../../design/Icon.tsx';
import { resultOrNull } from '../../../platform/report-fault.ts';
import { playChime } from './chime.ts';
import styles from './SpeakerTest.module.css';
import { useText } from './texts.ts';

type Step = 'ready' | 'playing' | 'played' | 'heard' | 'silent';

/** Plays two tones and asks whether they were heard; if not, says what to look at. */
export function SpeakerTest({ speaker }: { speaker: string }) {
  const text = useText();
  const [step, setStep] = useState<Step>('ready');
  const play = async () => {
    setStep('playing');
    const played = playChime(speaker).then(() => 'played' as const);
    setStep((await resultOrNull(played, 'chime', 'NotAllowedError', 'NotFoundError', 'NotSupportedError')) ?? 'silent');
  };
  return (
    <div className={styles.test}>
      <Button
        variant="default"
        leftSection={<Icon of={IconVolume} size={20} />}
        loading={step === 'playing'}
        onClick={() => void play()}
      >
        {text('devices.chime')}
      </Button>
      <div className={styles.answer} role="status">
        {step === 'played' && (
          <>
            <span>{text('devices.chime.heard')}</span>
            <Button variant="subtle" onClick={() => setStep('heard')}>
              {text('devices.chime.yes')}
            </Button>
            <Button variant="subtle" onClick={() => setStep('silent')}>
              {text('devices.chime.no')}
            </Button>
          </>
        )}
        {step === 'heard' && <span>{text('devices.chime.good')}</span>}
        {step === 'silent' && <span>{text('devices.chime.silent')}</span>}
      </div>
    </div>
  );
}
