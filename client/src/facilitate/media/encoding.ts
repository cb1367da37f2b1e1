import type { types } from 'mediasoup-client';

/** How one's voice is sent: clear, or in longer packets of fewer bits where each of them counts. */
export type Speech = 'clear' | 'thrifty';

type Encoding = Pick<types.ProducerOptions, 'zeroRtpOnPause' | 'codecOptions' | 'encodings'>;

/** Speech in mono, which rests in silence and repairs losses. A muted microphone sends nothing at all. */
export const speechEncoding = (speech: Speech): Encoding => ({
  zeroRtpOnPause: true,
  codecOptions: {
    opusStereo: false,
    opusDtx: true,
    opusFec: true,
    ...(speech === 'clear'
      ? { opusMaxAverageBitrate: 32_000, opusPtime: 20 }
      : { opusMaxAverageBitrate: 20_000, opusPtime: 60 }),
  },
});

/**
 * A face in the sizes that the others may show it in. Browsers make no third size of a picture that is small itself.
 */
export const cameraEncoding = (height: number): Encoding => ({
  codecOptions: { videoGoogleStartBitrate: 300 },
  encodings:
    height > 480
      ? [
          { scaleResolutionDownBy: 4, maxBitrate: 100_000 },
          { scaleResolutionDownBy: 2, maxBitrate: 300_000 },
          { scaleResolutionDownBy: 1, maxBitrate: 900_000 },
        ]
      : [
          { scaleResolutionDownBy: 2, maxBitrate: 120_000 },
          { scaleResolutionDownBy: 1, maxBitrate: 450_000 },
        ],
});

export const screenFrames = 15;

/** A shared screen: what is written on it matters more than that it moves. */
export const screenEncoding = (): Encoding => ({
  codecOptions: { videoGoogleStartBitrate: 600 },
  encodings: [
    { scaleResolutionDownBy: 2, maxBitrate: 350_000, maxFramerate: screenFrames },
    { scaleResolutionDownBy: 1, maxBitrate: 1_500_000, maxFramerate: screenFrames },
  ],
});

/** Music and films as they are, unlike speech. */
export const screenSoundEncoding = (): Encoding => ({
  codecOptions: { opusStereo: true, opusDtx: false, opusFec: true, opusMaxAverageBitrate: 64_000 },
});
