import { DeviceProblem } from './DeviceProblem.tsx';
import { type ChosenDevices, DeviceSelects } from './DeviceSelects.tsx';
import type { DeviceChoice, DeviceKind } from './device-choice.ts';
import styles from './Mirror.module.css';
import { PreviewTile } from './PreviewTile.tsx';
import { SpeakerTest } from './SpeakerTest.tsx';
import { usePreview } from './use-preview.ts';

type Props = {
  person: string;
  name: string;
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
export function Mirror({ person, name, choice, chosen, onChoose, onRetry }: Props) {
  const preview = usePreview(choice, chosen.camera, chosen.microphone);
  const isHeard = choice === 'camera' || choice === 'sound';
  return (
    <div className={styles.mirror}>
      <PreviewTile person={person} name={name} choice={choice} preview={preview} />
      <DeviceProblem status={preview.status} onRetry={onRetry} />
      {choice && (
        <DeviceSelects kinds={kindsFor[choice]} chosen={chosen} occasion={preview.status} onChoose={onChoose} />
      )}
      {isHeard && <SpeakerTest speaker={chosen.speaker} />}
    </div>
  );
}
