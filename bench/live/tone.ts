import OpusScript from 'opusscript';

const rate = 48_000;
/** Samples in one frame of 20 ms (RFC 6716, section 2.1.4). */
export const samplesPerFrame = 960;
const framesPerLoop = 100;

/**
 * Two seconds of a soft tone at this pitch (Hz), as Opus frames of 20 ms that can be repeated without a click. The tone swells
 * and fades as syllables do, so that it is less tiring to hear and looks alive on a level meter.
 */
export function toneFrames(pitch: number): Buffer[] {
  const encoder = new OpusScript(rate, 1, OpusScript.Application.AUDIO);
  encoder.setBitrate(16_000);
  const whole = Math.round((pitch * samplesPerFrame * framesPerLoop) / rate);
  const turns = (whole * 2 * Math.PI) / (samplesPerFrame * framesPerLoop);
  const frames = Array.from({ length: framesPerLoop }, (_, frame) => {
    const pcm = Buffer.alloc(samplesPerFrame * 2);
    for (let at = 0; at < samplesPerFrame; at += 1) {
      const sample = frame * samplesPerFrame + at;
      const swell = 0.55 + 0.45 * Math.sin((sample * 2 * Math.PI * 8) / (samplesPerFrame * framesPerLoop));
      pcm.writeInt16LE(Math.round(6_000 * swell * Math.sin(sample * turns)), at * 2);
    }
    return Buffer.from(encoder.encode(pcm, samplesPerFrame));
  });
  encoder.delete();
  return frames;
}
