import type {
  LineQuality,
  MediaReply,
  RequestName,
  StreamSource,
  TransportOptions,
} from '@multaqa/shared/facilitate/media/signalling';
import type { types } from 'mediasoup-client';
import type { MediaLine } from '../../platform/media-line.ts';
import { encodingOf } from './encoding.ts';
import type { Downlink } from './incoming.ts';
import type { Sender, Uplink } from './own-device.ts';

/** The two connections to the media server, for as long as they hold. */
export type MediaSession = Downlink & { send: Uplink; close(): void };

// A change of network heals by itself within this time (ms), or not at all.
const patience = 3_000;

/**
 * Joins: one exchange with the server, then two connections that stay for the whole session. Rejects when the server
 * refuses or does not answer; `lost` is called when a connection breaks.
 */
export async function joinMedia(
  device: types.Device,
  line: MediaLine,
  joining: { rtpCapabilities: unknown; device: string; takeOver: boolean; line: LineQuality },
  lost: () => void,
): Promise<MediaSession> {
  const { rtpCapabilities: routerRtpCapabilities, ...seat } = joining;
  await device.load({ routerRtpCapabilities: routerRtpCapabilities as types.RtpCapabilities });
  const asked = { ...seat, rtpCapabilities: opaque(device.recvRtpCapabilities) };
  const { send, receive, iceServers } = accepted(await line.request('join', asked));
  const sending = device.createSendTransport(optionsOf(send, iceServers));
  const receiving = device.createRecvTransport(optionsOf(receive, iceServers));
  const consumers = new Map<string, types.Consumer>();
  watch(sending, 'send', line, lost);
  watch(receiving, 'receive', line, lost);
  sending.on('produce', ({ kind, rtpParameters, appData }, done, failed) => {
    const source = appData.source as StreamSource;
    line
      .request('produce', { source, kind, rtpParameters: opaque(rtpParameters) })
      .then(accepted)
      .then(({ producer }) => done({ id: producer }), failed);
  });
  return {
    async send(source, track) {
      const options = { track, stopTracks: false, ...encodingOf(source), appData: { source } };
      return senderOf(source, line, await sending.produce(options));
    },
    async receive({ consumer: id, producer, kind, rtpParameters }) {
      const parameters = rtpParameters as types.RtpParameters;
      const consumer = await receiving.consume({ id, producerId: producer, kind, rtpParameters: parameters });
      consumers.set(id, consumer);
      if (kind === 'video') accepted(await line.request('resume', { consumer: id }));
      return consumer.track;
    },
    end(id) {
      consumers.get(id)?.close();
      consumers.delete(id);
    },
    close() {
      sending.close();
      receiving.close();
    },
  };
}

function watch(transport: types.Transport, direction: 'send' | 'receive', line: MediaLine, lost: () => void): void {
  transport.on('connect', ({ dtlsParameters }, done, failed) => {
    line
      .request('connect', { direction, dtlsParameters: opaque(dtlsParameters) })
      .then(accepted)
      .then(() => done(), failed);
  });
  transport.on('connectionstatechange', state => {
    if (state === 'failed') lost();
    if (state !== 'disconnected') return;
    setTimeout(() => {
      if (!transport.closed && transport.connectionState === 'disconnected') lost();
    }, patience);
  });
}

function senderOf(source: StreamSource, line: MediaLine, producer: types.Producer): Sender {
  return {
    isClosed: () => producer.closed,
    async pause() {
      if (producer.paused || producer.closed) return;
      producer.pause();
      accepted(await line.request('pause', { source, paused: true }));
    },
    async resume() {
      if (!producer.paused || producer.closed) return;
      producer.resume();
      accepted(await line.request('pause', { source, paused: false }));
    },
    async close() {
      if (producer.closed) return;
      producer.close();
      accepted(await line.request('stop', { source }));
    },
  };
}

function accepted<Name extends RequestName>(reply: MediaReply<Name>) {
  if (!reply.ok) throw new Error(reply.refusal);
  return reply.reply;
}

// The schemas leave RTP and DTLS parameters to mediasoup, which is on both sides.
const opaque = (parameters: object) => parameters as Record<string, unknown>;

const optionsOf = (options: TransportOptions, iceServers: RTCIceServer[]) =>
  ({ ...options, iceServers }) as types.TransportOptions;
