import type { RouterRtpCodecCapability } from 'mediasoup/types';

/**
 * What every router forwards. Opus with forward error correction and silence suppression carries speech over poor
 * networks; every browser can encode VP8.
 */
export const mediaCodecs: RouterRtpCodecCapability[] = [
  { kind: 'audio', mimeType: 'audio/opus', clockRate: 48_000, channels: 2, parameters: { useinbandfec: 1, usedtx: 1 } },
  { kind: 'video', mimeType: 'video/VP8', clockRate: 90_000, parameters: { 'x-google-start-bitrate': 500 } },
];

/** Bits per second that one person can send: a camera and a microphone, not a flood. */
export const maxIncomingBitrate = 1_500_000;
