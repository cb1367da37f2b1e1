import { useEffect, useState } from 'react';
import { background } from '../../../platform/report-fault.ts';
import { type CaptureProblem, captureProblem } from '../local/capture-problem.ts';
import type { DeviceChoice } from './device-choice.ts';

/** The devices of a preview: whether they are open, or why not. */
export type Preview = {
  status: 'idle' | 'asking' | 'on' | CaptureProblem;
  stream: MediaStream | null;
};

const idle: Preview = { status: 'idle', stream: null };

/** Opens the chosen devices for a look before the meeting, and closes them afterwards. */
export function usePreview(choice: DeviceChoice | null, camera: string, microphone: string): Preview {
  const [preview, setPreview] = useState<Preview>(idle);
  useEffect(() => {
    if (!choice || choice === 'text') {
      setPreview(idle);
      return;
    }
    let isWanted = true;
    let opened: MediaStream | null = null;
    setPreview({ status: 'asking', stream: null });
    const constraints = {
      audio: microphone ? { deviceId: { ideal: microphone } } : true,
      video: choice === 'camera' && { width: { ideal: 1280 }, ...(camera && { deviceId: { ideal: camera } }) },
    };
    const show = async () => {
      const found = await look(constraints);
      if (!isWanted) return stop(found.stream);
      opened = found.stream;
      setPreview(found);
    };
    background(show(), 'preview');
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
  if (!navigator.mediaDevices) return { status: 'missing', stream: null };
  try {
    return { status: 'on', stream: await navigator.mediaDevices.getUserMedia(constraints) };
  } catch (error) {
    return { status: captureProblem(error), stream: null };
  }
}
