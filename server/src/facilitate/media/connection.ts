import type {
  MediaRefusal,
  MediaReply,
  Replies,
  RequestInput,
  RequestName,
  StreamSource,
  TransportOptions,
} from '@multaqa/shared/facilitate/media/signalling';
import { UnsupportedError, WorkerClosedError } from 'mediasoup/errors';
import { validateAndNormalizeRtpCapabilities } from 'mediasoup/ortc';
import type { DtlsParameters, RtpCapabilities, RtpParameters, WebRtcTransport } from 'mediasoup/types';
import type { Clock } from '../../platform/clock.ts';
import type { Logger } from '../../platform/logger.ts';
import { maxIncomingBitrate } from './codecs.ts';
import type { Guest } from './guest.ts';
import type { Member } from './member.ts';
import type { Stage } from './stage.ts';
import type { Place, Stages } from './stages.ts';
import { iceServersFor, type Turn } from './turn.ts';

/** A request whose form has been checked. */
export type Request = { [Name in RequestName]: { name: Name; input: RequestInput<Name> } }[RequestName];
export type Reply = MediaReply<RequestName>;

/** One tab of a person. Its requests are carried out one after another. */
export type Connection = {
  /** Tells what the server can forward, unless this connection takes part already. */
  greet(): void;
  /** Never rejects. */
  request(request: Request): Promise<Reply>;
  close(): void;
};

export type ConnectionPorts = {
  stages: Stages;
  clock: Clock;
  logger: Logger;
  turn: Turn | null;
  rtpCapabilities(): RtpCapabilities | null;
};

export function openConnection(guest: Guest, ports: ConnectionPorts, closed: () => void): Connection {
  const { stages, clock, logger, turn } = ports;
  let joined: { stage: Stage; member: Member } | null = null;
  let status: 'open' | 'closed' = 'open';
  let work: Promise<unknown> = Promise.resolve();
  const isIn = () => joined?.member.status === 'open';
  const session = () => guest.audience()?.place?.session ?? null;

  async function join(rtpCapabilities: RtpCapabilities): Promise<Reply> {
    validateAndNormalizeRtpCapabilities(rtpCapabilities);
    const here = session();
    if (!here) return refuse('media.not-here');
    const reply = await stages.use(guest.dialogue, here, async place => {
      const [send, receive] = await Promise.all([createTransport(place), createTransport(place)]);
      await send.setMaxIncomingBitrate(maxIncomingBitrate);
      if (status === 'closed' || session() !== here) {
        send.close();
        receive.close();
        return refuse('media.not-here');
      }
      const { stage } = place;
      joined = { stage, member: stage.enter(guest, { send, receive, rtpCapabilities }) };
      const iceServers = iceServersFor(turn, guest.person, clock.now());
      return accept<'join'>({ send: describe(send), receive: describe(receive), iceServers });
    });
    return reply ?? refuse('media.unavailable');
  }

  async function carryOut(request: Request): Promise<Reply> {
    if (request.name === 'join') return join(request.input.rtpCapabilities as RtpCapabilities);
    if (!joined || !isIn()) return refuse('media.not-here');
    const { stage, member } = joined;
    switch (request.name) {
      case 'connect': {
        const { direction, dtlsParameters } = request.input;
        if (member.connected.has(direction)) return refuse('malformed');
        member.connected.add(direction);
        await member[direction].connect({ dtlsParameters: dtlsParameters as DtlsParameters });
        return accept<'connect'>(null);
      }
      case 'produce': {
        const { source, kind, rtpParameters } = request.input;
        const produced = await stage.produce(member, { source, kind, rtpParameters: rtpParameters as RtpParameters });
        return typeof produced === 'string' ? refuse(produced) : accept<'produce'>({ producer: produced.id });
      }
      case 'pause':
        return pause(member, request.input);
      case 'stop':
        return stage.stop(member, request.input.source) ? accept<'stop'>(null) : refuse('media.unknown');
      case 'resume':
        return resume(member, request.input.consumer);
    }
  }

  /** Why a request failed: by its own fault, because the worker went away, or for a reason that somebody must look at. */
  function reasonOf(error: unknown): MediaRefusal {
    if (error instanceof TypeError || error instanceof UnsupportedError) return 'malformed';
    if (error instanceof WorkerClosedError || status === 'closed' || (joined && !isIn())) return 'media.unavailable';
    logger.error({ error }, 'media request failed');
    return 'fault';
  }

  return {
    greet() {
      if (isIn()) return;
      const rtpCapabilities = ports.rtpCapabilities();
      guest.send('hello', rtpCapabilities && { rtpCapabilities });
    },
    request(request) {
      const answer = work.then(() => carryOut(request)).catch(error => refuse(reasonOf(error)));
      work = answer;
      return answer;
    },
    close() {
      status = 'closed';
      if (joined) joined.stage.leave(joined.member);
      closed();
    },
  };
}

async function pause(member: Member, { source, paused }: { source: StreamSource; paused: boolean }): Promise<Reply> {
  const producer = member.producers.get(source);
  if (!producer || producer.closed) return refuse('media.unknown');
  await (paused ? producer.pause() : producer.resume());
  return accept<'pause'>(null);
}

async function resume(member: Member, id: string): Promise<Reply> {
  const consumer = [...member.consumers.values()].find(candidate => candidate.id === id);
  if (!consumer) return refuse('media.unknown');
  await consumer.resume();
  return accept<'resume'>(null);
}

const accept = <Name extends RequestName>(reply: Replies[Name]): MediaReply<Name> => ({ ok: true, reply });
const refuse = (refusal: MediaRefusal): { ok: false; refusal: MediaRefusal } => ({ ok: false, refusal });

// A connection that is gone for so long (s) is given up; a change of network takes less.
const iceConsentTimeout = 20;

const createTransport = ({ stage, server }: Place): Promise<WebRtcTransport> =>
  stage.router.createWebRtcTransport({ webRtcServer: server, preferUdp: true, iceConsentTimeout });

const describe = ({ id, iceParameters, iceCandidates, dtlsParameters }: WebRtcTransport): TransportOptions => ({
  id,
  iceParameters,
  iceCandidates,
  dtlsParameters,
});
