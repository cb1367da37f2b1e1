import type { VideoCodec } from '@multaqa/shared/facilitate/media/signalling';
import type { types } from 'mediasoup-client';

/** How speech is sent: clear, or in longer packets of fewer bits where each of them counts. */
export type SpeechMode = 'clear' | 'low-bitrate';

/** How a track is encoded, as mediasoup-client takes it. */
export type Encoding = Pick<types.ProducerOptions, 'zeroRtpOnPause' | 'codecOptions' | 'encodings'>;

/** Speech in mono, with silence suppression (DTX) and forward error correction. A muted microphone sends nothing at all. */
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
 * A camera in the sizes that the others may show it in; `height` of the track in px. VP8 sends a stream for each size
 * (simulcast), of which browsers make no third for a video that is small itself; newer codecs send all sizes in one
 * stream (SVC) for less.
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

/** Frames a second of a shared screen. */
export const screenFrames = 15;

/** A shared screen: its text matters more than its motion. */
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

/** The audio of a shared screen: music and films in stereo. */
export const screenAudioEncoding = (): Encoding => ({
  codecOptions: { opusStereo: true, opusDtx: false, opusFec: true, opusMaxAverageBitrate: 64_000 },
});
