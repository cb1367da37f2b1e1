import { background } from '../../../platform/report-fault.ts';

/** Calls back with the audio level of a stream (0 to 1) in every animation frame; returns how to stop. */
export function followAudioLevel(stream: MediaStream, tell: (level: number) => void): () => void {
  const [track] = stream.getAudioTracks();
  if (!track || typeof AudioContext === 'undefined') return () => {};
  const context = new AudioContext();
  const analyser = context.createAnalyser();
  analyser.fftSize = 512;
  context.createMediaStreamSource(new MediaStream([track])).connect(analyser);
  const samples = new Uint8Array(analyser.fftSize);
  let frame = 0;
  const measure = () => {
    analyser.getByteTimeDomainData(samples);
    const loudest = samples.reduce((most, sample) => Math.max(most, Math.abs(sample - 128)), 0);
    tell(Math.min(1, loudest / 64));
    frame = requestAnimationFrame(measure);
  };
  measure();
  return () => {
    cancelAnimationFrame(frame);
    background(context.close(), 'audio-level');
  };
}
