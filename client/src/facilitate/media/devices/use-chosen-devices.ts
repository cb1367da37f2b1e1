import { useState } from 'react';
import type { ChosenDevices } from './DeviceSelects.tsx';
import { type DeviceKind, recallDevice } from './device-choice.ts';

/** The devices of this browser as its owner chose them, and the way to choose others. */
export function useChosenDevices(): [chosen: ChosenDevices, choose: (kind: DeviceKind, id: string) => void] {
  const [chosen, setChosen] = useState<ChosenDevices>(() => ({
    camera: recallDevice('camera'),
    microphone: recallDevice('microphone'),
    speaker: recallDevice('speaker'),
  }));
  return [chosen, (kind, id) => setChosen(before => ({ ...before, [kind]: id }))];
}
