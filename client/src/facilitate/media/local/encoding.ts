import type { VideoCodec } from '@multaqa/shared/facilitate/media/signalling';
import type { types } from 'mediasoup-client';

/** How one's voice is sent: clear, or in longer packets of fewer bits where each of them counts. */
export type SpeechMode = 'clear' | 'thrifty';

type Encoding = Pick<types.ProducerOptions, 'zeroRtpOnPause' | 'codecOptions' | 'encodings'>;

/** Speech in mono, which rests in silence and repairs losses. A muted microphone sends nothing at all. */
export const speechEncoding = (speech: SpeechMode): Encoding => ({
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
 * A face in the sizes that the others may show it in: in VP8 as streams of their own, of which browsers make no third of
 * a picture that is small itself; newer codecs carry all sizes in one stream for less.
 */
export function cameraEncoding(height: number, codec: VideoCodec): Encoding {
  const codecOptions = { videoGoogleStartBitrate: 300 };
  const isLarge = height > 480;
  if (codec !== 'VP8')
    return { codecOptions, encodings: [{ scalabilityMode: 'L3T3_KEY', maxBitrate: isLarge ? 900_000 : 400_000 }] };
  const small = [
    { scaleResolutionDownBy: 2, maxBitrate: 120_000 },
    { scaleResolutionDownBy: 1, maxBitrate: 450_000 },
  ];
  const large = [
    { scaleResolutionDownBy: 4, maxBitrate: 100_000 },
    { scaleResolutionDownBy: 2, maxBitrate: 300_000 },
    { scaleResolutionDownBy: 1, maxBitrate: 900_000 },
  ];
  return { codecOptions, encodings: isLarge ? large : small };
}

export const screenFrames = 15;

/** A shared screen: what is written on it matters more than that it moves. */
export const screenEncoding = (codec: VideoCodec): Encoding => ({
  codecOptions: { videoGoogleStartBitrate: 600 },
  encodings:
    codec === 'VP8'
      ? [
          { scaleResolutionDownBy: 2, maxBitrate: 350_000, maxFramerate: screenFrames },
          { scaleResolutionDownBy: 1, maxBitrate: 1_500_000, maxFramerate: screenFrames },
        ]
      : [{ scalabilityMode: 'L2T3_KEY', maxBitrate: 1_200_000, maxFramerate: screenFrames }],
});

/** Music and films as they are, unlike speech. */
export const screenAudioEncoding = (): Encoding => ({
  codecOptions: { opusStereo: true, opusDtx: false, opusFec: true, opusMaxAverageBitrate: 64_000 },
});
