import type { StreamSource } from '@multaqa/shared/facilitate/media/signalling';

/**
 * How a stream is encoded. Speech: mono at 32 kbit/s, which rests in silence and repairs losses. A picture: in two
 * sizes, so that weak networks get the small one.
 */
export const encodingOf = (source: StreamSource) => (source === 'microphone' ? speech : picture);

const speech = {
  zeroRtpOnPause: true,
  codecOptions: { opusStereo: false, opusDtx: true, opusFec: true, opusMaxAverageBitrate: 32_000 },
};

const picture = {
  codecOptions: { videoGoogleStartBitrate: 300 },
  encodings: [{ scaleResolutionDownBy: 2, maxBitrate: 150_000 }, { maxBitrate: 700_000 }],
};
