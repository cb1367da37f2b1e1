import { chances } from '@multaqa/shared/kernel/chances';

/** When a synthesised voice spoke, ms. */
export type Spoken = { from: number; to: number };

type Scene = { seed: number; seconds: number; noise: number; voice: number };

/** Samples in a second, and in a packet of 20 ms. */
const rate = 16_000;
const perPacket = 320;

const amplitude = (dBov: number): number => 10 ** (dBov / 20);

/**
 * A voice in a noisy room, `noise` and `voice` in dBov: turns of 2 to 12 s with syllables, sentences with pauses of up to half
 * a second, back-channels below a second, and key clicks between them. `turns` are those of more than 1.5 s.
 */
export function synthesise({ seed, seconds, noise, voice }: Scene): { samples: Float64Array; turns: Spoken[] } {
  const random = chances(seed);
  const samples = new Float64Array(seconds * rate);
  const loudness = amplitude(noise) * Math.sqrt(3);
  for (let at = 0; at < samples.length; at += 1) samples[at] = (random() * 2 - 1) * loudness;
  const turns: Spoken[] = [];
  let now = 2_000 + random() * 1_000;
  while (true) {
    const isBrief = random() < 0.25;
    const length = isBrief ? 400 + random() * 500 : 2_000 + random() * 10_000;
    if (now + length > seconds * 1_000 - 2_000) return { samples, turns };
    const end = speak(samples, now, length, amplitude(voice), random);
    if (!isBrief) turns.push({ from: now, to: end });
    now = end + 1_200 + random() * 3_000;
    if (random() < 0.5) click(samples, end + 500, amplitude(voice));
  }
}

/** Sentences of syllables, each a tone with harmonics; the end of the last one. */
function speak(samples: Float64Array, from: number, length: number, loud: number, random: () => number): number {
  let [now, end] = [from, from];
  let untilPause = 1_000 + random() * 2_000;
  while (now < from + length) {
    const syllable = 120 + random() * 160;
    const pitch = 110 + random() * 90;
    const strength = loud * (0.6 + random() * 0.8);
    const last = Math.min(samples.length, Math.floor(((now + syllable) / 1_000) * rate));
    for (let at = Math.floor((now / 1_000) * rate); at < last; at += 1) {
      const phase = at / rate;
      const envelope = Math.sin((Math.PI * (phase * 1_000 - now)) / syllable) ** 0.5 || 0;
      const tone = [1, 2, 3, 5].reduce((sum, k) => sum + Math.sin(2 * Math.PI * pitch * k * phase) / k, 0);
      samples[at] = (samples[at] ?? 0) + strength * envelope * tone;
    }
    end = now + syllable;
    untilPause -= syllable;
    now = end + 20 + random() * 60;
    if (untilPause > 0) continue;
    untilPause = 1_000 + random() * 2_000;
    now = end + 200 + random() * 300;
  }
  return end;
}

function click(samples: Float64Array, at: number, loud: number): void {
  const first = Math.floor((at / 1_000) * rate);
  for (let n = 0; n < 160 && first + n < samples.length; n += 1)
    samples[first + n] = (samples[first + n] ?? 0) + loud * 2 * (n % 2 ? 1 : -1) * (1 - n / 160);
}

/** The audio level of each packet as RFC 6464 tells it: -dBov of its mean square, 127 for silence. */
export function levelsOf(samples: Float64Array): number[] {
  return Array.from({ length: Math.floor(samples.length / perPacket) }, (_, packet) => {
    const part = samples.subarray(packet * perPacket, (packet + 1) * perPacket);
    const power = part.reduce((sum, one) => sum + one * one, 0) / perPacket;
    return Math.min(127, Math.max(0, Math.round(-10 * Math.log10(power + 1e-13))));
  });
}
