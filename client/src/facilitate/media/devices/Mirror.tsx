import { DeviceProblem } from './DeviceProblem.tsx';
import { type ChosenDevices, DeviceSelects } from './DeviceSelects.tsx';
import type { DeviceChoice, DeviceKind, Voice } from './device-choice.ts';
import styles from './Mirror.module.css';
import { PreviewTile } from './PreviewTile.tsx';
import { SpeakerTest } from './SpeakerTest.tsx';
import { usePreview } from './use-preview.ts';

type Props = {
  person: string;
  name: string;
  /** Who only listens is asked for no device, and tries the loudspeaker alone. */
  voice: Voice;
  choice: DeviceChoice | null;
  chosen: ChosenDevices;
  onChoose(kind: DeviceKind, id: string): void;
  onRetry(): void;
};

const kindsFor: Record<DeviceChoice, readonly DeviceKind[]> = {
  camera: ['camera', 'microphone', 'speaker'],
  sound: ['microphone', 'speaker'],
  text: [],
};

/** What the others will see and hear, the choice of devices, and what is wrong with them. */
export function Mirror({ person, name, voice, choice, chosen, onChoose, onRetry }: Props) {
  const opened = voice === 'speaks' ? choice : null;
  const preview = usePreview(opened, chosen.camera, chosen.microphone);
  const isHeard = choice === 'camera' || choice === 'sound';
  return (
    <div className={styles.mirror}>
      <PreviewTile person={person} name={name} choice={choice} preview={preview} />
      <DeviceProblem status={preview.status} onRetry={onRetry} />
      {choice && (
        <DeviceSelects
          kinds={voice === 'speaks' ? kindsFor[choice] : kindsFor[choice].filter(kind => kind === 'speaker')}
          chosen={chosen}
          occasion={preview.status}
          onChoose={onChoose}
        />
      )}
      {isHeard && <SpeakerTest speaker={chosen.speaker} />}
    </div>
  );
}
