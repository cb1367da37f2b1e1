import { recallDevice } from './device-choice.ts';

/** Opens the microphone or the camera that its owner chose; rejects as the browser does. */
export async function capture(source: 'microphone' | 'camera'): Promise<MediaStreamTrack> {
  const stream = await navigator.mediaDevices.getUserMedia(constraintsOf(source));
  const [track] = stream.getTracks();
  if (!track) throw new DOMException('no track', 'NotFoundError');
  return track;
}

function constraintsOf(source: 'microphone' | 'camera'): MediaStreamConstraints {
  const chosen = recallDevice(source);
  const device = chosen ? { deviceId: { ideal: chosen } } : {};
  if (source === 'camera') {
    return { video: { ...device, width: { ideal: 640 }, height: { ideal: 360 }, frameRate: { ideal: 24, max: 30 } } };
  }
  const clear = { echoCancellation: true, noiseSuppression: true, autoGainControl: true, channelCount: 1 };
  return { audio: { ...device, ...clear } };
}
