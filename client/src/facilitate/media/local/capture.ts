import { type DeviceKind, recallDevice } from '../devices/device-choice.ts';
import { screenFrames } from './encoding.ts';

type Kind = Exclude<DeviceKind, 'speaker'>;

/** Opens the microphone or the camera that its owner chose, or another one when that is gone; rejects as `getUserMedia` does. */
export async function capture(kind: Kind, resolution: 'full' | 'half'): Promise<MediaStreamTrack> {
  const stream = await navigator.mediaDevices.getUserMedia(constraintsOf(kind, resolution));
  const [track] = stream.getTracks();
  if (!track) throw new DOMException('no track', 'NotFoundError');
  return track;
}

function constraintsOf(kind: Kind, resolution: 'full' | 'half'): MediaStreamConstraints {
  const chosen = recallDevice(kind);
  const device = chosen ? { deviceId: { ideal: chosen } } : {};
  if (kind === 'camera') {
    // Weak processors cannot encode three sizes beside all that they decode.
    const isLarge = resolution === 'full' && (navigator.hardwareConcurrency ?? 1) >= 4;
    const size = isLarge
      ? { width: { ideal: 1280 }, height: { ideal: 720 } }
      : { width: { ideal: 640 }, height: { ideal: 360 } };
    return { video: { ...device, ...size, frameRate: { ideal: 24, max: 30 } } };
  }
  const clear = { echoCancellation: true, noiseSuppression: true, autoGainControl: true, channelCount: 1 };
  return { audio: { ...device, ...clear } };
}

/** A screen, window or tab that its owner shares, and its audio where the browser gives it. */
export type Display = { video: MediaStreamTrack; audio: MediaStreamTrack | null };

/** Asks for a screen; rejects as `getDisplayMedia` does when none is given. */
export async function captureDisplay(): Promise<Display> {
  // Options of some browsers, which the others ignore: this tab is not offered, because it would contain itself.
  const options: DisplayMediaStreamOptions & Record<string, unknown> = {
    video: { frameRate: { ideal: screenFrames, max: screenFrames } },
    audio: { echoCancellation: false, noiseSuppression: false, autoGainControl: false },
    selfBrowserSurface: 'exclude',
    systemAudio: 'include',
  };
  const stream = await navigator.mediaDevices.getDisplayMedia(options);
  const [video] = stream.getVideoTracks();
  const [audio = null] = stream.getAudioTracks();
  if (!video) throw new DOMException('no video', 'NotFoundError');
  video.contentHint = 'detail';
  return { video, audio };
}
