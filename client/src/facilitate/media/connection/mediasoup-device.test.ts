import type { types } from 'mediasoup-client';
import { getExtendedRtpCapabilities, getSendingRtpParameters } from 'mediasoup-client/ortc';
import { expect, it } from 'vitest';
import { sharingExtensions } from './mediasoup-device.ts';

const mid = 'urn:ietf:params:rtp-hdrext:sdes:mid';
const level = 'urn:ietf:params:rtp-hdrext:ssrc-audio-level';
const extension = (kind: types.MediaKind, uri: types.RtpHeaderExtensionUri, preferredId: number) => ({
  kind,
  uri,
  preferredId,
});

/** What is sent of a kind when the library has read this from an offer. */
function sentOf(kind: types.MediaKind, headerExtensions: types.RtpHeaderExtension[]) {
  const router = [extension('audio', mid, 1), extension('video', mid, 1), extension('audio', level, 6)];
  let given: types.HandlerOptions | undefined;
  const browser = {
    factory(options: types.HandlerOptions) {
      given = options;
      return {} as types.HandlerInterface;
    },
  } as types.HandlerFactory;
  sharingExtensions(browser).factory({
    getSendExtendedRtpCapabilities: native =>
      getExtendedRtpCapabilities(native, { codecs: [], headerExtensions: router }, false),
  } as types.HandlerOptions);
  const extended = given?.getSendExtendedRtpCapabilities({ codecs: [], headerExtensions });
  return extended && getSendingRtpParameters(kind, extended).headerExtensions?.map(({ uri, id }) => [uri, id]);
}

it('an extension that audio and video share in an offer counts for both, whichever section was read last', () => {
  for (const last of ['audio', 'video'] as const) {
    expect(sentOf('video', [extension(last, mid, 9)])).toEqual([[mid, 9]]);
    expect(sentOf('audio', [extension(last, mid, 9)])).toEqual([[mid, 9]]);
  }
});

it('what is offered for one kind alone stays with it, and what is offered for each kind by itself stays as offered', () => {
  expect(sentOf('video', [extension('audio', level, 12)])).toEqual([]);
  const each = [extension('audio', mid, 4), extension('video', mid, 9)];
  expect([sentOf('audio', each), sentOf('video', each)]).toEqual([[[mid, 4]], [[mid, 9]]]);
});
