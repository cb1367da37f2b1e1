/** Two soft tones, the second higher, so that nobody takes them for an error. Frequencies in Hz, length in s. */
const tones = [523.25, 783.99];
const toneLength = 0.45;

/** Plays a short chime through a loudspeaker; resolves when it is over, rejects where nothing can be played. */
export async function playChime(speaker: string): Promise<void> {
  const context = new AudioContext();
  const player = new Audio();
  try {
    const output = context.createMediaStreamDestination();
    tones.forEach((frequency, at) => {
      strike(context, output, frequency, context.currentTime + 0.1 + at * toneLength);
    });
    player.srcObject = output.stream;
    if (speaker && 'setSinkId' in player) await player.setSinkId(speaker);
    await context.resume();
    await player.play();
    await new Promise(resolve => setTimeout(resolve, (tones.length + 1) * toneLength * 1_000));
  } finally {
    player.srcObject = null;
    await context.close();
  }
}

/** One tone that rises quickly and fades, like a small bell; `from` in s of the context's time. */
function strike(context: AudioContext, output: AudioNode, frequency: number, from: number): void {
  const tone = context.createOscillator();
  const loudness = context.createGain();
  tone.frequency.value = frequency;
  loudness.gain.setValueAtTime(0.0001, from);
  loudness.gain.exponentialRampToValueAtTime(0.3, from + 0.03);
  loudness.gain.exponentialRampToValueAtTime(0.0001, from + toneLength * 1.6);
  tone.connect(loudness).connect(output);
  tone.start(from);
  tone.stop(from + toneLength * 1.7);
}
