import { useEffect, useState } from 'react';
import { type CaptureProblem, captureProblem } from '../local/capture-problem.ts';
import type { DeviceChoice } from './device-choice.ts';

export type Preview = {
  status: 'idle' | 'asking' | 'on' | CaptureProblem;
  stream: MediaStream | null;
  cameras: readonly MediaDeviceInfo[];
  microphones: readonly MediaDeviceInfo[];
};

const idle: Preview = { status: 'idle', stream: null, cameras: [], microphones: [] };

/** Opens the chosen devices for a look before the meeting, and lets go of them afterwards. */
export function usePreview(choice: DeviceChoice | null, camera: string, microphone: string): Preview {
  const [preview, setPreview] = useState<Preview>(idle);
  useEffect(() => {
    if (!choice || choice === 'text') {
      setPreview(idle);
      return;
    }
    let isWanted = true;
    let opened: MediaStream | null = null;
    setPreview(before => ({ ...before, status: 'asking', stream: null }));
    const constraints = {
      audio: microphone ? { deviceId: { ideal: microphone } } : true,
      video: choice === 'camera' && { width: { ideal: 1280 }, ...(camera && { deviceId: { ideal: camera } }) },
    };
    look(constraints)
      .then(found => {
        if (!isWanted) return stop(found.stream);
        opened = found.stream;
        setPreview(found);
      })
      .catch(() => setPreview({ ...idle, status: 'missing' }));
    return () => {
      isWanted = false;
      stop(opened);
    };
  }, [choice, camera, microphone]);
  return preview;
}

const stop = (stream: MediaStream | null) => {
  for (const track of stream?.getTracks() ?? []) track.stop();
};

async function look(constraints: MediaStreamConstraints): Promise<Preview> {
  // Pages without TLS have no devices at all.
  if (!navigator.mediaDevices) return { ...idle, status: 'missing' };
  try {
    const stream = await navigator.mediaDevices.getUserMedia(constraints);
    const all = await navigator.mediaDevices.enumerateDevices();
    const named = all.filter(({ deviceId }) => deviceId);
    return {
      status: 'on',
      stream,
      cameras: named.filter(({ kind }) => kind === 'videoinput'),
      microphones: named.filter(({ kind }) => kind === 'audioinput'),
    };
  } catch (error) {
    return { ...idle, status: captureProblem(error) };
  }
}
