import type { StreamSource, VideoCodec } from '@multaqa/shared/facilitate/media/signalling';
import type { MediaKind, RouterRtpCodecCapability, RtpCapabilities } from 'mediasoup/types';

const opus: RouterRtpCodecCapability = {
  kind: 'audio',
  mimeType: 'audio/opus',
  clockRate: 48_000,
  channels: 2,
  parameters: { useinbandfec: 1, usedtx: 1 },
};

const profiles: Record<VideoCodec, object> = { VP8: {}, VP9: { 'profile-id': 0 }, AV1: {} };

/**
 * What every router forwards. Opus has forward error correction and silence suppression (DTX) for speech over poor
 * networks. Video is encoded as the operator wants, and in VP8 where somebody cannot play that.
 */
export const mediaCodecs = (videoCodecs: readonly VideoCodec[]): RouterRtpCodecCapability[] => [
  opus,
  ...videoCodecs.map(
    (codec): RouterRtpCodecCapability => ({
      kind: 'video',
      mimeType: `video/${codec}`,
      clockRate: 90_000,
      parameters: { ...profiles[codec], 'x-google-start-bitrate': 500 },
    }),
  ),
];

/** The first of the codecs, best first, that all of these devices can play; VP8 is always among them. */
export function commonVideoCodec(videoCodecs: readonly VideoCodec[], devices: readonly RtpCapabilities[]): VideoCodec {
  const plays = (device: RtpCapabilities, codec: VideoCodec) =>
    device.codecs?.some(({ mimeType }) => mimeType.toLowerCase() === `video/${codec}`.toLowerCase()) ?? false;
  return videoCodecs.find(codec => devices.every(device => plays(device, codec))) ?? 'VP8';
}

/** Whether a source sends audio or video. */
export const kinds: Record<StreamSource, MediaKind> = {
  microphone: 'audio',
  camera: 'video',
  screen: 'video',
  'screen-audio': 'audio',
};

/** The most that one device may send (bit/s): camera and microphone, without and with a shared screen. */
export const maxIncomingBitrate = { plain: 1_500_000, screen: 4_000_000 };
