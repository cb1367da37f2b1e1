import type { LocalDevicePorts } from './device-work.ts';
import { type LocalDevice, openLocalDevice } from './local-device.ts';

/** This person's microphone, its button, and the key that is held to talk. */
export type Microphone = LocalDevice & {
  toggle(): void;
  /** On while the key is held; a microphone that is on anyway stays so. */
  talk(isHeld: boolean): void;
  turnOff(): void;
};

/** Makes a microphone that is off. It stays open while it is muted, so that it can be heard again at once. */
export function openMicrophone(ports: Pick<LocalDevicePorts, 'capture' | 'changed'>): Microphone {
  const device = openLocalDevice({ ...ports, onMute: 'keep', onRefusal: 'wait' });
  let isTalking = false;
  const want = (next: 'on' | 'off') => {
    isTalking = false;
    device.want(next);
  };
  return {
    ...device,
    toggle: () => want(device.state() === 'on' ? 'off' : 'on'),
    talk(isHeld) {
      if (isHeld === isTalking || (isHeld && device.state() === 'on')) return;
      isTalking = isHeld;
      device.want(isHeld ? 'on' : 'off');
    },
    turnOff: () => want('off'),
    stopped() {
      isTalking = false;
      device.stopped();
    },
  };
}
