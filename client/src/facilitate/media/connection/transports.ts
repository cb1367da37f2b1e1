import type {
  Direction,
  MediaRefusal,
  NetworkQuality,
  Replies,
  RequestInput,
  RequestName,
  StreamSource,
  TransportOptions,
  VideoCodec,
} from '@multaqa/shared/facilitate/media/signalling';
import type { types } from 'mediasoup-client';
import type { SignallingSocket } from '../../../platform/signalling-socket.ts';
import { type Sender, senderOf } from '../local/sender.ts';
import type { Downlink } from '../receiving/remote-streams.ts';

type Requests = Pick<SignallingSocket, 'request'>;
export type ToSend = Pick<types.ProducerOptions, 'zeroRtpOnPause' | 'codecOptions' | 'encodings'>;

/** The two connections to the media server, for as long as they hold. */
export type MediaTransports = Downlink & {
  /** Sends a track; pictures in this codec. */
  send(source: StreamSource, track: MediaStreamTrack, encoding: ToSend, codec: VideoCodec): Promise<Sender | 'refused'>;
  /** True when this browser can encode pictures so, and the server forward them. */
  encodes(codec: VideoCodec): boolean;
  /** Tells the server of an end; what cannot be told now is told by `stopLeft`. */
  stop(source: StreamSource): Promise<void>;
  stopLeft(): Promise<void>;
  /** Looks for another path through the network. */
  restart(direction: Direction, iceParameters: unknown): Promise<void>;
  stateOf(direction: Direction): types.ConnectionState;
  stats(): Promise<Record<Direction, RTCStatsReport>>;
  close(): void;
};

export type Joining = { device: string; takeOver: boolean; network: NetworkQuality; rtpCapabilities: unknown };

export type TransportHandlers = {
  /** A connection came to stand, or broke. */
  changed(): void;
  /** A connection cannot be made any more. */
  failed(): void;
};

/** One try to send from a source, and why the server has not taken it. */
type Attempt = { source: StreamSource; failure?: { error: unknown } };

/** Asks for a place in the session; opens nothing. Rejects when the server does not answer. */
export async function askToJoin(
  device: types.Device,
  socket: Requests,
  { rtpCapabilities, ...seat }: Joining,
): Promise<Replies['join'] | MediaRefusal> {
  await device.load({ routerRtpCapabilities: rtpCapabilities as types.RtpCapabilities });
  const reply = await socket.request('join', { ...seat, rtpCapabilities: opaque(device.recvRtpCapabilities) });
  return reply.ok ? reply.reply : reply.refusal;
}

/**
 * Opens two connections that stay for the whole session. Within one turn: whoever asks has made sure in that turn that
 * they are still wanted, and holds what closes them at its end. Throws when the browser opens none.
 */
export function openTransports(
  device: types.Device,
  socket: Requests,
  place: Replies['join'],
  heard: TransportHandlers,
): MediaTransports {
  const ways = openWays(device, place);
  const consumers = new Map<string, types.Consumer>();
  const waiting = new Set<string>();
  const left = new Set<StreamSource>();
  follow(ways.send, 'send', socket, heard);
  follow(ways.receive, 'receive', socket, heard);
  ways.send.on('produce', ({ kind, rtpParameters, appData }, done) => {
    const attempt = appData as Attempt;
    const { source } = attempt;
    ask(socket, 'produce', { source, kind, rtpParameters: opaque(rtpParameters) }).then(
      ({ producer }) => {
        left.delete(source);
        done({ id: producer });
      },
      error => {
        // The library would take the stream back at once, in the midst of what comes next, and leave a connection
        // over which nothing can be sent any more. So it holds the stream for begun, and `send` takes it back in its turn.
        attempt.failure = { error };
        done({ id: `refused ${source}` });
      },
    );
  });

  const stopLeft = async () => {
    for (const source of left) {
      await socket.request('closeProducer', { source });
      left.delete(source);
    }
  };

  return {
    encodes: codec => codecOf(device, codec) !== undefined,
    async send(source, track, encoding, pictures) {
      const codec = track.kind === 'video' ? codecOf(device, pictures) : undefined;
      const attempt: Attempt = { source };
      const options = { ...encoding, track, stopTracks: false, appData: attempt, ...(codec && { codec }) };
      const producer = await ways.send.produce(options);
      if (!attempt.failure) return senderOf(source, socket, producer);
      producer.close();
      if (isRefusal(attempt.failure.error, 'media.not-permitted')) return 'refused';
      throw attempt.failure.error;
    },
    async stop(source) {
      left.add(source);
      await stopLeft();
    },
    stopLeft,
    async consume({ consumer: id, producer, kind, rtpParameters }) {
      let consumer = consumers.get(id);
      if (!consumer) {
        const parameters = rtpParameters as types.RtpParameters;
        consumer = await ways.receive.consume({ id, producerId: producer, kind, rtpParameters: parameters });
        consumers.set(id, consumer);
        if (kind === 'video') waiting.add(id);
      }
      if (waiting.has(id)) await ask(socket, 'resumeConsumer', { consumer: id });
      waiting.delete(id);
      return consumer.track;
    },
    closeConsumer(id) {
      consumers.get(id)?.close();
      consumers.delete(id);
      waiting.delete(id);
    },
    restart: (direction, iceParameters) =>
      ways[direction].restartIce({ iceParameters: iceParameters as types.IceParameters }),
    stateOf: direction => ways[direction].connectionState,
    async stats() {
      const [send, receive] = await Promise.all([ways.send.getStats(), ways.receive.getStats()]);
      return { send, receive };
    },
    close() {
      ways.send.close();
      ways.receive.close();
    },
  };
}

function openWays(device: types.Device, { send, receive, iceServers }: Replies['join']) {
  const sending = device.createSendTransport(optionsOf(send, iceServers));
  try {
    return { send: sending, receive: device.createRecvTransport(optionsOf(receive, iceServers)) };
  } catch (error) {
    sending.close();
    throw error;
  }
}

const codecOf = (device: types.Device, codec: VideoCodec) =>
  device.sendRtpCapabilities.codecs?.find(({ mimeType }) => mimeType.toLowerCase() === `video/${codec}`.toLowerCase());

function follow(transport: types.Transport, direction: Direction, socket: Requests, heard: TransportHandlers): void {
  transport.on('connect', ({ dtlsParameters }, done, failed) => {
    ask(socket, 'connectTransport', { direction, dtlsParameters: opaque(dtlsParameters) }).then(
      () => done(),
      error => {
        failed(error);
        heard.failed();
      },
    );
  });
  transport.on('connectionstatechange', heard.changed);
}

async function ask<Name extends RequestName>(socket: Requests, name: Name, input: RequestInput<Name>) {
  const reply = await socket.request(name, input);
  if (!reply.ok) throw new Error(reply.refusal);
  return reply.reply;
}

const isRefusal = (error: unknown, refusal: MediaRefusal) => error instanceof Error && error.message === refusal;

// The schemas leave RTP and DTLS parameters to mediasoup, which is on both sides.
const opaque = (parameters: object) => parameters as Record<string, unknown>;

const optionsOf = (options: TransportOptions, iceServers: RTCIceServer[]) =>
  ({ ...options, iceServers }) as types.TransportOptions;
