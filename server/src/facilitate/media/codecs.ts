import type { StreamSource } from '@multaqa/shared/facilitate/media/signalling';
import type { MediaKind, RouterRtpCodecCapability } from 'mediasoup/types';

/**
 * What every router forwards. Opus with forward error correction and silence suppression carries speech over poor
 * networks; every browser can encode VP8.
 */
export const mediaCodecs: RouterRtpCodecCapability[] = [
  { kind: 'audio', mimeType: 'audio/opus', clockRate: 48_000, channels: 2, parameters: { useinbandfec: 1, usedtx: 1 } },
  { kind: 'video', mimeType: 'video/VP8', clockRate: 90_000, parameters: { 'x-google-start-bitrate': 500 } },
];

export const kinds: Record<StreamSource, MediaKind> = {
  microphone: 'audio',
  camera: 'video',
  screen: 'video',
  'screen-sound': 'audio',
};

/** Bits per second that one person can send: a camera and a microphone, with or without a screen; not a flood. */
export const maxIncomingBitrate = { plain: 1_500_000, screen: 4_000_000 };
