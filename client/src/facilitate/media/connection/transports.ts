import type {
  Direction,
  MediaRefusal,
  NetworkQuality,
  Replies,
  RequestInput,
  RequestName,
  StreamSource,
  TakesPartBy,
  TransportOptions,
  VideoCodec,
} from '@multaqa/shared/facilitate/media/signalling';
import type { types } from 'mediasoup-client';
import type { SignallingSocket } from '../../../platform/signalling-socket.ts';
import type { Encoding } from '../local/encoding.ts';
import { type Sender, senderOf } from '../local/sender.ts';
import type { Downlink } from '../receiving/remote-streams.ts';

type Requests = Pick<SignallingSocket, 'request'>;

/** The two WebRTC transports to the media server, for as long as they hold. */
export type MediaTransports = Downlink & {
  /** Sends a track; video in this codec. */
  send(
    source: StreamSource,
    track: MediaStreamTrack,
    encoding: Encoding,
    codec: VideoCodec,
  ): Promise<Sender | 'refused'>;
  /** True when this browser can encode video in the codec, and the server can forward it. */
  encodes(codec: VideoCodec): boolean;
  /** Tells the server that nothing comes from a source any more; when that fails, `closePending` tells it later. */
  closeProducer(source: StreamSource): Promise<void>;
  closePending(): Promise<void>;
  /** Looks for another path through the network. */
  restartIce(direction: Direction, iceParameters: unknown): Promise<void>;
  stateOf(direction: Direction): types.ConnectionState;
  stats(): Promise<Record<Direction, RTCStatsReport>>;
  close(): void;
};

/** What is asked for with a join. */
export type JoinOptions = {
  device: string;
  takeOver: boolean;
  by: TakesPartBy;
  network: NetworkQuality;
  rtpCapabilities: unknown;
};

/** Who is told what becomes of the transports. */
export type TransportHandlers = {
  /** The state of a transport has changed. */
  changed(): void;
  /** A transport cannot connect any more. */
  failed(): void;
};

/** One try to send from a source, and why the server has not taken it. */
type Attempt = { source: StreamSource; failure?: { error: unknown } };

type Pair = { send: types.Transport; receive: types.Transport };

/** Asks for a place in the session; opens nothing. Rejects when the server does not answer. */
export async function askToJoin(
  device: types.Device,
  socket: Requests,
  { rtpCapabilities, ...options }: JoinOptions,
): Promise<Replies['join'] | MediaRefusal> {
  await device.load({ routerRtpCapabilities: rtpCapabilities as types.RtpCapabilities });
  const reply = await socket.request('join', { ...options, rtpCapabilities: opaque(device.recvRtpCapabilities) });
  return reply.ok ? reply.reply : reply.refusal;
}

/**
 * Opens two transports that stay for the whole session. It takes no turn of the event loop: the caller has checked in
 * this turn that they are still wanted, and holds what closes them when it returns. Throws when the browser opens none.
 */
export function openTransports(
  device: types.Device,
  socket: Requests,
  place: Replies['join'],
  handlers: TransportHandlers,
): MediaTransports {
  const pair = openPair(device, place);
  const ending = endingProducers(socket);
  follow(pair.send, 'send', socket, handlers);
  follow(pair.receive, 'receive', socket, handlers);
  announceProducers(pair.send, socket, ending.began);
  return {
    encodes: codec => codecOf(device, codec) !== undefined,
    async send(source, track, encoding, videoCodec) {
      const codec = track.kind === 'video' ? codecOf(device, videoCodec) : undefined;
      const attempt: Attempt = { source };
      const options = { ...encoding, track, stopTracks: false, appData: attempt, ...(codec && { codec }) };
      const producer = await pair.send.produce(options);
      if (!attempt.failure) return senderOf(source, socket, producer);
      producer.close();
      if (isRefusal(attempt.failure.error, 'media.not-permitted')) return 'refused';
      throw attempt.failure.error;
    },
    closeProducer: ending.end,
    closePending: ending.tellPending,
    ...openConsumers(pair.receive, socket),
    restartIce: (direction, iceParameters) =>
      pair[direction].restartIce({ iceParameters: iceParameters as types.IceParameters }),
    stateOf: direction => pair[direction].connectionState,
    async stats() {
      const [send, receive] = await Promise.all([pair.send.getStats(), pair.receive.getStats()]);
      return { send, receive };
    },
    close() {
      pair.send.close();
      pair.receive.close();
    },
  };
}

function openPair(device: types.Device, { send, receive, iceServers }: Replies['join']): Pair {
  const sending = device.createSendTransport(optionsOf(send, iceServers));
  try {
    return { send: sending, receive: device.createRecvTransport(optionsOf(receive, iceServers)) };
  } catch (error) {
    sending.close();
    throw error;
  }
}

function follow(transport: types.Transport, direction: Direction, socket: Requests, handlers: TransportHandlers): void {
  transport.on('connect', ({ dtlsParameters }, done, failed) => {
    ask(socket, 'connectTransport', { direction, dtlsParameters: opaque(dtlsParameters) }).then(
      () => done(),
      error => {
        failed(error);
        handlers.failed();
      },
    );
  });
  transport.on('connectionstatechange', handlers.changed);
}

/** Announces to the server what is about to be sent. */
function announceProducers(transport: types.Transport, socket: Requests, began: (source: StreamSource) => void): void {
  transport.on('produce', ({ kind, rtpParameters, appData }, done) => {
    const attempt = appData as Attempt;
    const { source } = attempt;
    ask(socket, 'produce', { source, kind, rtpParameters: opaque(rtpParameters) }).then(
      ({ producer }) => {
        began(source);
        done({ id: producer });
      },
      error => {
        // On an error the library would undo the negotiation while the next one is under way, and leave a transport over
        // which nothing can be sent any more. So it takes the producer for begun, and `send` closes it in its turn.
        attempt.failure = { error };
        done({ id: `refused ${source}` });
      },
    );
  });
}

/** Tells the server of producers that have ended; what it could not be told is kept. */
function endingProducers(socket: Requests) {
  const pending = new Set<StreamSource>();
  const tellPending = async () => {
    for (const source of pending) {
      await socket.request('closeProducer', { source });
      pending.delete(source);
    }
  };
  return {
    tellPending,
    async end(source: StreamSource) {
      pending.add(source);
      await tellPending();
    },
    began: (source: StreamSource) => void pending.delete(source),
  };
}

/**
 * Opens each consumer once. Video flows only when the server has been told that this client can play it; while nothing can
 * arrive yet, because the transport has to connect first, that is said ahead and saves a round trip.
 */
function openConsumers(transport: types.Transport, socket: Requests): Downlink {
  const consumers = new Map<string, types.Consumer>();
  const waiting = new Set<string>();
  return {
    async consume({ consumer: id, producer, kind, rtpParameters }) {
      const resume = () => ask(socket, 'resumeConsumer', { consumer: id });
      let consumer = consumers.get(id);
      let ahead: Promise<boolean> | null = null;
      if (!consumer) {
        const parameters = rtpParameters as types.RtpParameters;
        const opening = transport.consume({ id, producerId: producer, kind, rtpParameters: parameters });
        // What fails here is asked for again below.
        if (kind === 'video' && transport.connectionState === 'new') ahead = resume().then(succeeded, failed);
        consumer = await opening;
        consumers.set(id, consumer);
        if (kind === 'video') waiting.add(id);
      }
      if (waiting.has(id) && !(await ahead)) await resume();
      waiting.delete(id);
      return consumer.track;
    },
    closeConsumer(id) {
      consumers.get(id)?.close();
      consumers.delete(id);
      waiting.delete(id);
    },
  };
}

const succeeded = () => true;
const failed = () => false;

const codecOf = (device: types.Device, codec: VideoCodec) =>
  device.sendRtpCapabilities.codecs?.find(({ mimeType }) => mimeType.toLowerCase() === `video/${codec}`.toLowerCase());

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
