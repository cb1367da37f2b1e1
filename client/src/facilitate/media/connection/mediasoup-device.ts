import { Device, detectDeviceAsync, type types } from 'mediasoup-client';
import { Chrome74 } from 'mediasoup-client/handlers/Chrome74';
import { Chrome111 } from 'mediasoup-client/handlers/Chrome111';
import { Firefox120 } from 'mediasoup-client/handlers/Firefox120';
import { Safari12 } from 'mediasoup-client/handlers/Safari12';

type Handler = { createFactory(options: types.HandlerFactoryOptions): types.HandlerFactory };

const handlers: Record<Exclude<types.BuiltinHandlerName, 'ReactNative106'>, Handler> = {
  Chrome111,
  Chrome74,
  Firefox120,
  Safari12,
};

/** This browser's WebRTC. Rejects with an `UnsupportedError` in browsers without it. */
export async function createDevice(): Promise<types.Device> {
  const name = await detectDeviceAsync();
  if (!name || name === 'ReactNative106') return Device.factory();
  return new Device({ handlerFactory: sharingExtensions(handlers[name].createFactory({})) });
}

/** The RTP header extensions that browsers offer for audio and video under one id, as RFC 9143 requires in a bundle. */
const shared: ReadonlySet<string> = new Set([
  'urn:ietf:params:rtp-hdrext:sdes:mid',
  'http://www.webrtc.org/experiments/rtp-hdrext/abs-send-time',
  'http://www.ietf.org/id/draft-holmer-rmcat-transport-wide-cc-extensions-01',
]);

/**
 * mediasoup-client reads the extensions of an offer into one entry for each id, so that a shared one counts for the
 * kind of the last section only. A video in a section before an audio section (the section of an ended track is used
 * again) was then sent without its MID, and the server took it for another video of the same sender and dropped it.
 */
export const sharingExtensions = (factory: types.HandlerFactory): types.HandlerFactory => ({
  ...factory,
  factory: options =>
    factory.factory({
      ...options,
      getSendExtendedRtpCapabilities: native => options.getSendExtendedRtpCapabilities(forBothKinds(native)),
    }),
});

/** The first entry that fits is taken: what the offer says of a kind comes before what is added here. */
function forBothKinds({ headerExtensions = [], ...native }: types.RtpCapabilities): types.RtpCapabilities {
  const added = headerExtensions
    .filter(({ uri }) => shared.has(uri))
    .map(extension => ({ ...extension, kind: extension.kind === 'audio' ? ('video' as const) : ('audio' as const) }));
  return { ...native, headerExtensions: [...headerExtensions, ...added] };
}
