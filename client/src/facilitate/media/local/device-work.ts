import { reportFault } from '../../../platform/report-fault.ts';
import { disconnectErrors } from '../connection/disconnect-errors.ts';
import type { DeviceState } from '../media-state.ts';
import { captureErrors, captureProblem } from './capture-problem.ts';
import type { Layer, Sender } from './sender.ts';

/** The way to the server for one source. */
export type Uplink = {
  /** Rejects when the server cannot be asked. */
  send(track: MediaStreamTrack): Promise<Sender | 'refused'>;
  /** Tells the server that nothing comes from here any more. */
  closeProducer(): Promise<void>;
};

/** What a local device needs. */
export type LocalDevicePorts = {
  /** Opens the device; rejects as the browser does. */
  capture(): Promise<MediaStreamTrack>;
  changed(): void;
  /**
   * Whether the track is kept open while it is muted, so that it can be heard again at once, or released, so that the
   * device's light goes out.
   */
  onMute: 'keep' | 'release';
  /** Whether it ends when the server refuses it, or waits for another room that allows it. */
  onRefusal: 'end' | 'wait';
};

/**
 * A device of this person and the work on it. Each piece of work runs alone (see `openSerialQueue`), and reads after
 * each wait what is wanted by then.
 */
export type Device = {
  readonly ports: LocalDevicePorts;
  /** What its owner wants, or why that did not work. */
  intent: DeviceState;
  /** False while the network quality does not allow it, whatever its owner wants. */
  isAllowed: boolean;
  track: MediaStreamTrack | null;
  sender: Sender | null;
  uplink: Uplink | null;
  /** The finest layer that anybody shows. */
  layer: Layer;
  /** Called when the browser ends the track. */
  readonly onEnded: () => void;
};

const isOn = ({ intent, isAllowed }: Device): boolean => intent === 'on' && isAllowed;

/** What its owner sees. */
export const stateOf = ({ intent, isAllowed }: Device): DeviceState => (intent === 'on' && !isAllowed ? 'off' : intent);

/** Whoever wanted it on does so no longer; a problem stays told. */
export function withdraw(device: Device): void {
  if (device.intent === 'on') device.intent = 'off';
}

/** Sends what is wanted, and ends what is not. */
export const apply = (device: Device): Promise<void> => (isOn(device) ? begin(device) : rest(device));

async function begin(device: Device): Promise<void> {
  if (!device.track) await open(device);
  const { track, sender, uplink } = device;
  // It may have been switched off while the browser asked for permission.
  if (!track || !uplink || !isOn(device)) return;
  if (!sender || sender.isClosed()) return send(device, track, uplink, device.ports.onRefusal);
  const refusal = await sender.resume();
  // The transport may have ended meanwhile; over the next one it is sent again.
  if (sender !== device.sender) return;
  if (refusal === null) return sender.limit(device.layer);
  if (refusal === 'media.not-permitted') return giveUp(device);
  if (refusal !== 'media.unknown') return;
  // The server has ended it. It may be sent again, unless that is what the server does not want.
  sender.close();
  return send(device, track, uplink, 'end');
}

async function send(device: Device, track: MediaStreamTrack, uplink: Uplink, onRefusal: 'end' | 'wait'): Promise<void> {
  const sender = await uplink.send(track);
  if (sender === 'refused') return onRefusal === 'end' ? giveUp(device) : undefined;
  if (uplink !== device.uplink) return sender.close();
  device.sender?.close();
  device.sender = sender;
  await sender.limit(device.layer);
}

/** Mutes what the others may not hear or see. */
async function giveUp(device: Device): Promise<void> {
  withdraw(device);
  await device.sender?.pause().catch(reportFault('local-device', ...disconnectErrors));
  if (device.ports.onMute === 'release') release(device);
  device.ports.changed();
}

async function rest(device: Device): Promise<void> {
  const { sender, ports } = device;
  return ports.onMute === 'keep' && sender && !sender.isClosed() ? sender.pause() : close(device);
}

async function close(device: Device): Promise<void> {
  const { sender } = device;
  device.sender = null;
  sender?.close();
  release(device);
  if (sender) await device.uplink?.closeProducer();
}

/** Ends what the server has ended or muted, without telling it. */
export function endSilently(device: Device): void {
  if (device.ports.onMute === 'keep') device.sender?.pausedByServer();
  else {
    device.sender?.close();
    device.sender = null;
    release(device);
  }
}

/** Sends again with another encoding; what is not on is ended, and begins with it later. */
export async function renew(device: Device): Promise<void> {
  const { sender, track, uplink } = device;
  if (!sender || !track || !uplink) return;
  if (isOn(device)) return send(device, track, uplink, 'wait');
  sender.close();
  device.sender = null;
  await uplink.closeProducer();
}

async function open(device: Device): Promise<void> {
  try {
    use(device, await device.ports.capture());
  } catch (error) {
    device.intent = captureProblem(error);
  }
  device.ports.changed();
}

function use(device: Device, track: MediaStreamTrack): void {
  device.track = track;
  track.addEventListener('ended', device.onEnded);
}

function release(device: Device): void {
  device.track?.removeEventListener('ended', device.onEnded);
  device.track?.stop();
  device.track = null;
  device.ports.changed();
}

/** When a device is pulled out, the browser opens another one; its owner is told only when there is none. */
export async function replaceEnded(device: Device): Promise<void> {
  const { track } = device;
  if (track?.readyState !== 'ended') return;
  if (!isOn(device)) return close(device);
  if (await replaceTrack(device, track)) return device.ports.changed();
  device.intent = 'missing';
  await close(device);
}

/** Goes on with the device that is chosen now; when it does not open or cannot be sent, the one of before stays. */
export async function change(device: Device): Promise<void> {
  const { track } = device;
  if (!track) return;
  await replaceTrack(device, track);
  device.ports.changed();
}

/** Puts a new track in the place of another one; false when that fails, and then the one of before stays. */
async function replaceTrack(device: Device, before: MediaStreamTrack): Promise<boolean> {
  let next: MediaStreamTrack | null = null;
  try {
    next = await device.ports.capture();
    await device.sender?.replace(next);
  } catch (error) {
    next?.stop();
    reportFault('device-change', ...disconnectErrors, ...captureErrors)(error);
    return false;
  }
  before.removeEventListener('ended', device.onEnded);
  before.stop();
  use(device, next);
  return true;
}
