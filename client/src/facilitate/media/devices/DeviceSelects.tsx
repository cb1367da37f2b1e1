import { NativeSelect } from '@mantine/core';
import styles from './DeviceSelects.module.css';
import type { DeviceKind } from './device-choice.ts';
import { currentDevice, deviceName } from './device-name.ts';
import { useText } from './texts.ts';
import { canChooseSpeaker, useDeviceList } from './use-device-list.ts';

/** The ids of the chosen devices; empty for the browser's default. */
export type ChosenDevices = Record<DeviceKind, string>;

type Props = {
  kinds: readonly DeviceKind[];
  chosen: ChosenDevices;
  /** Changes when the browser may know more devices than before. */
  occasion: unknown;
  onChoose(kind: DeviceKind, id: string): void;
};

/** A select for each kind of device of which there are several. */
export function DeviceSelects({ kinds, chosen, occasion, onChoose }: Props) {
  const text = useText();
  const list = useDeviceList(occasion);
  const several = kinds.filter(kind => list[kind].length > 1 && (kind !== 'speaker' || canChooseSpeaker()));
  if (several.length === 0) return null;
  return (
    <div className={styles.selects}>
      {several.map(kind => (
        <NativeSelect
          key={kind}
          label={text(`devices.${kind}.title`)}
          value={currentDevice(list[kind], chosen[kind])}
          data={list[kind].map((device, at) => ({
            value: device.deviceId,
            label: deviceName(device, text(`devices.${kind}.title`), at),
          }))}
          onChange={event => onChoose(kind, event.currentTarget.value)}
        />
      ))}
    </div>
  );
}
