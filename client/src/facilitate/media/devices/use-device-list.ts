import { useEffect, useState } from 'react';
import { reportFault } from '../../../platform/report-fault.ts';
import type { DeviceKind } from './device-choice.ts';

/** The devices of this browser by kind. */
export type DeviceList = Record<DeviceKind, readonly MediaDeviceInfo[]>;

const nothing: DeviceList = { microphone: [], camera: [], speaker: [] };
const kinds: Record<MediaDeviceKind, DeviceKind> = {
  audioinput: 'microphone',
  videoinput: 'camera',
  audiooutput: 'speaker',
};

/** The devices whose names this page may know, updated as they are plugged in and out; a change of `occasion` reads them again. */
export function useDeviceList(occasion?: unknown): DeviceList {
  const [list, setList] = useState(nothing);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a permission that was given is an occasion to look again.
  useEffect(() => {
    const { mediaDevices } = navigator;
    if (!mediaDevices) return;
    let isWanted = true;
    const look = () => {
      mediaDevices
        .enumerateDevices()
        .then(found => isWanted && setList(sorted(found)))
        .catch(reportFault('device-list'));
    };
    look();
    mediaDevices.addEventListener('devicechange', look);
    return () => {
      isWanted = false;
      mediaDevices.removeEventListener('devicechange', look);
    };
  }, [occasion]);
  return list;
}

/** Whether this browser can play on a chosen audio output. */
export const canChooseSpeaker = (): boolean => 'setSinkId' in HTMLMediaElement.prototype;

function sorted(found: readonly MediaDeviceInfo[]): DeviceList {
  const list = { microphone: [], camera: [], speaker: [] } as Record<DeviceKind, MediaDeviceInfo[]>;
  // Before the browser's permission, devices have no ids, and none can be chosen.
  for (const device of found) if (device.deviceId) list[kinds[device.kind]].push(device);
  return list;
}
