import type { StreamSource, VideoCodec } from '@multaqa/shared/facilitate/media/signalling';
import type { MediaKind, RouterRtpCodecCapability, RtpCapabilities } from 'mediasoup/types';

const speech: RouterRtpCodecCapability = {
  kind: 'audio',
  mimeType: 'audio/opus',
  clockRate: 48_000,
  channels: 2,
  parameters: { useinbandfec: 1, usedtx: 1 },
};

const profiles: Record<VideoCodec, object> = { VP8: {}, VP9: { 'profile-id': 0 }, AV1: {} };

/**
 * What every router forwards. Opus with forward error correction and silence suppression carries speech over poor
 * networks; pictures are encoded as the operator wants, and in VP8 where somebody cannot play that.
 */
export const mediaCodecs = (pictures: readonly VideoCodec[]): RouterRtpCodecCapability[] => [
  speech,
  ...pictures.map(
    (codec): RouterRtpCodecCapability => ({
      kind: 'video',
      mimeType: `video/${codec}`,
      clockRate: 90_000,
      parameters: { ...profiles[codec], 'x-google-start-bitrate': 500 },
    }),
  ),
];

/** The first of the codecs, best first, that all of these devices can play; VP8 is always among them. */
export function pictureCodecFor(pictures: readonly VideoCodec[], devices: readonly RtpCapabilities[]): VideoCodec {
  const plays = (device: RtpCapabilities, codec: VideoCodec) =>
    device.codecs?.some(({ mimeType }) => mimeType.toLowerCase() === `video/${codec}`.toLowerCase()) ?? false;
  return pictures.find(codec => devices.every(device => plays(device, codec))) ?? 'VP8';
}

export const kinds: Record<StreamSource, MediaKind> = {
  microphone: 'audio',
  camera: 'video',
  screen: 'video',
  'screen-audio': 'audio',
};

/** Bits per second that one person can send: a camera and a microphone, with or without a screen; not a flood. */
export const maxIncomingBitrate = { plain: 1_500_000, screen: 4_000_000 };
