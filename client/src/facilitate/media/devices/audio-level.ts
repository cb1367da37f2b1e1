import { background } from '../../../platform/report-fault.ts';

/** Calls back with the loudness of a stream from 0 to 1, as often as the screen draws, until stopped. */
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
