import { background } from '../../../platform/report-fault.ts';
import { openSerialQueue } from '../../../platform/serial-queue.ts';
import { disconnectErrors } from '../connection/disconnect-errors.ts';
import type { DeviceState } from '../media-state.ts';
import {
  apply,
  change,
  type Device,
  endSilently,
  type LocalDevicePorts,
  renew,
  replaceEnded,
  stateOf,
  type Uplink,
  withdraw,
} from './device-work.ts';
import type { Layer } from './sender.ts';

/** This person's microphone, camera or screen. What they want is done as soon as device and server allow it. */
export type LocalDevice = {
  state(): DeviceState;
  track(): MediaStreamTrack | null;
  want(next: 'on' | 'off'): void;
  /** While it is not allowed it stays off; afterwards it comes back when it is still wanted. */
  allow(isAllowed: boolean): void;
  /** The finest layer that is sent; null sends nothing. */
  limit(layer: Layer): void;
  /** A new way to the server, or none; what is wanted is sent again over the new one. */
  attach(uplink: Uplink | null): void;
  /** Tries again what has failed or was refused. */
  retry(): void;
  /** The server was away: it is told again what flows, and says what it has ended. */
  recheck(): void;
  /** Sends again, because the encoding has changed. */
  renew(): void;
  /** Goes on with the device that is chosen now, or with the one of before when that does not open. */
  change(): Promise<void>;
  /** The server has ended or muted it. */
  stopped(): void;
};

/** Makes a device that is off. */
export function openLocalDevice(ports: LocalDevicePorts): LocalDevice {
  const queue = openSerialQueue('local-device', ...disconnectErrors);
  const run = (work: () => Promise<void>) => background(queue(work), 'local-device');
  const device: Device = {
    ports,
    intent: 'off',
    isAllowed: true,
    track: null,
    sender: null,
    uplink: null,
    layer: 2,
    onEnded: () => run(() => replaceEnded(device)),
  };
  /** Makes the device as it is wanted by then; what fails is left for the next occasion. */
  const reconcile = () => run(() => apply(device));

  return {
    state: () => stateOf(device),
    track: () => device.track,
    want(next) {
      device.intent = next;
      ports.changed();
      reconcile();
    },
    allow(next) {
      if (next === device.isAllowed) return;
      device.isAllowed = next;
      ports.changed();
      reconcile();
    },
    limit(next) {
      device.layer = next;
      run(async () => device.sender?.limit(device.layer));
    },
    attach(next) {
      device.uplink = next;
      device.sender = null;
      reconcile();
    },
    retry() {
      // A track may have ended without an event.
      if (device.track?.readyState === 'ended') device.onEnded();
      reconcile();
    },
    recheck() {
      device.sender?.resync();
      reconcile();
    },
    renew: () => run(() => renew(device)),
    change: () => queue(() => change(device)),
    stopped() {
      withdraw(device);
      ports.changed();
      run(async () => endSilently(device));
    },
  };
}
