import { Menu } from '@mantine/core';
import IconCheck from '@tabler/icons-react/dist/esm/icons/IconCheck.mjs';
import IconChevronUp from '@tabler/icons-react/dist/esm/icons/IconChevronUp.mjs';
import { useState } from 'react';
import { Icon } from '../../../design/Icon.tsx';
import type { KeyOf } from '../../../platform/texts.ts';
import type { Media } from '../media-state.ts';
import styles from './DeviceMenu.module.css';
import { type DeviceKind, recallDevice } from './device-choice.ts';
import { currentDevice, deviceName } from './device-name.ts';
import { useText } from './texts.ts';
import { canChooseSpeaker, useDeviceList } from './use-device-list.ts';

type Props = { kinds: readonly DeviceKind[]; name: KeyOf<typeof useText>; use: Media['useDevice'] };

/** A small arrow beside a button of the bar; it opens the list of devices of these kinds. */
export function DeviceMenu({ kinds, name, use }: Props) {
  const text = useText();
  const [isOpen, setOpen] = useState(false);
  return (
    <Menu position="top-start" opened={isOpen} onChange={setOpen}>
      <Menu.Target>
        <button type="button" className={styles.arrow} aria-label={text(name)} title={text(name)}>
          <Icon of={IconChevronUp} size={16} />
        </button>
      </Menu.Target>
      <Menu.Dropdown className={styles.list}>
        {isOpen && kinds.map(kind => <Devices key={kind} kind={kind} use={use} />)}
      </Menu.Dropdown>
    </Menu>
  );
}

function Devices({ kind, use }: { kind: DeviceKind; use: Media['useDevice'] }) {
  const text = useText();
  const [chosen, setChosen] = useState(() => recallDevice(kind));
  const devices = useDeviceList()[kind];
  if (kind === 'speaker' && !canChooseSpeaker()) return null;
  const choose = (id: string) => {
    setChosen(id);
    void use(kind, id);
  };
  return (
    <>
      <Menu.Label>{text(`devices.${kind}.title`)}</Menu.Label>
      {devices.length === 0 && <Menu.Item disabled>{text('devices.none')}</Menu.Item>}
      <Menu.RadioGroup
        value={currentDevice(devices, chosen)}
        onChange={choose}
        aria-label={text(`devices.${kind}.title`)}
      >
        {devices.map((device, at) => (
          <Menu.RadioItem
            key={device.deviceId}
            value={device.deviceId}
            closeMenuOnClick
            checkIcon={<Icon of={IconCheck} size={18} />}
          >
            <bdi>{deviceName(device, text(`devices.${kind}.title`), at)}</bdi>
          </Menu.RadioItem>
        ))}
      </Menu.RadioGroup>
    </>
  );
}
