import { type DeviceKind, recallDevice } from '../devices/device-choice.ts';
import { screenFrames } from './encoding.ts';

type Kind = Exclude<DeviceKind, 'speaker'>;

/** Opens the microphone or the camera that its owner chose, or another when that is gone; rejects as the browser does. */
export async function capture(kind: Kind, picture: 'full' | 'half'): Promise<MediaStreamTrack> {
  const stream = await navigator.mediaDevices.getUserMedia(constraintsOf(kind, picture));
  const [track] = stream.getTracks();
  if (!track) throw new DOMException('no track', 'NotFoundError');
  return track;
}

function constraintsOf(kind: Kind, picture: 'full' | 'half'): MediaStreamConstraints {
  const chosen = recallDevice(kind);
  const device = chosen ? { deviceId: { ideal: chosen } } : {};
  if (kind === 'camera') {
    // Few processors draw three sizes at once beside all that arrives.
    const isLarge = picture === 'full' && (navigator.hardwareConcurrency ?? 1) >= 4;
    const size = isLarge
      ? { width: { ideal: 1280 }, height: { ideal: 720 } }
      : { width: { ideal: 640 }, height: { ideal: 360 } };
    return { video: { ...device, ...size, frameRate: { ideal: 24, max: 30 } } };
  }
  const clear = { echoCancellation: true, noiseSuppression: true, autoGainControl: true, channelCount: 1 };
  return { audio: { ...device, ...clear } };
}

/** A screen, window or tab that its owner shares, and what is heard there where the browser gives it. */
export type Display = { video: MediaStreamTrack; audio: MediaStreamTrack | null };

/** Asks for a screen; rejects as the browser does when nobody gives one. */
export async function captureDisplay(): Promise<Display> {
  // Words of some browsers that the others pass over: the room itself is not offered, as it would show itself in itself.
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
