import type {
  MediaRefusal,
  MediaReply,
  Replies,
  RequestInput,
  RequestName,
} from '@multaqa/shared/facilitate/media/signalling';
import type { SessionId } from '@multaqa/shared/kernel/ids';
import { UnsupportedError, WorkerClosedError } from 'mediasoup/errors';
import { validateAndNormalizeRtpCapabilities } from 'mediasoup/ortc';
import type { DtlsParameters, RtpCapabilities, RtpParameters } from 'mediasoup/types';
import type { Logger } from '../../../platform/logger.ts';
import { consumerInfo } from '../consumers/consumers.ts';
import type { MediaSession } from '../session/media-session.ts';
import type { MediaSessions } from '../session/media-sessions.ts';
import type { Participant } from '../session/participant.ts';
import { maxIncomingBitrate } from '../workers/codecs.ts';
import { createTransport, restartIce, transportOptions } from '../workers/transports.ts';
import type { SignallingPeer } from './peer.ts';
import { openProbe, type ProbePorts } from './probe.ts';
import { iceServersFor } from './turn.ts';

/** A request whose form has been checked. */
export type Request = { [Name in RequestName]: { name: Name; input: RequestInput<Name> } }[RequestName];
export type Reply = MediaReply<RequestName>;

/** The signalling of one tab. Its requests are handled one after another. */
export type SignallingConnection = {
  peer: SignallingPeer;
  /** Sends what the server can forward, unless this connection has joined already. */
  announceRouter(): void;
  /** Never rejects. */
  request(request: Request): Promise<Reply>;
  /** Seats have changed, perhaps that of this person. */
  policyChanged(): void;
  /** `gone`: closed on purpose. `lost`: it broke, and the device may be back in a moment. */
  close(how: 'gone' | 'lost'): void;
};

export type SignallingConnectionPorts = ProbePorts & {
  /** How long (ms) a device that joins before its person is seated waits for the seat. */
  seatTimeout: number;
  sessions: MediaSessions;
  logger: Logger;
  rtpCapabilities(): RtpCapabilities | null;
};

export function openSignallingConnection(
  peer: SignallingPeer,
  ports: SignallingConnectionPorts,
  closed: () => void,
): SignallingConnection {
  const { sessions, clock, logger, turn } = ports;
  const probe = openProbe(peer.person, ports);
  let joined: { mediaSession: MediaSession; participant: Participant } | null = null;
  let status: 'open' | 'closed' = 'open';
  let work: Promise<unknown> = Promise.resolve();
  // Another connection of the same device may have taken over.
  const hasJoined = () => joined?.participant.status === 'open' && joined.participant.peer === peer;
  const session = () => peer.audience()?.place?.session ?? null;
  let seatsChanged = () => {};

  /** The session of this person's seat, as soon as there is one: a device joins while its person is still entering. */
  function waitForSeat(): Promise<SessionId | null> {
    const here = session();
    if (here || status === 'closed' || ports.seatTimeout === 0) return Promise.resolve(here);
    return new Promise(resolve => {
      const end = () => {
        seatsChanged = () => {};
        cancel();
        resolve(session());
      };
      const cancel = clock.at(clock.now() + ports.seatTimeout, end);
      seatsChanged = () => {
        if (session() || status === 'closed') end();
      };
    });
  }

  async function join({ device, takeOver, network, rtpCapabilities: said }: RequestInput<'join'>): Promise<Reply> {
    const rtpCapabilities = said as RtpCapabilities;
    validateAndNormalizeRtpCapabilities(rtpCapabilities);
    const here = await waitForSeat();
    if (!here) return refuse('media.not-here');
    const reply = await sessions.use(peer.dialogue, here, async mediaSession => {
      if (!takeOver && isElsewhere(mediaSession, device)) return refuse('media.elsewhere');
      const sessionRouter = await mediaSession.router();
      const [send, receive] = await Promise.all([createTransport(sessionRouter), createTransport(sessionRouter)]);
      await send.setMaxIncomingBitrate(maxIncomingBitrate.plain);
      // Everything may have changed while the worker answered.
      const refusal = status === 'closed' || session() !== here ? 'media.not-here' : null;
      const isTaken = !takeOver && isElsewhere(mediaSession, device);
      if (refusal || isTaken) {
        send.close();
        receive.close();
        return refuse(refusal ?? 'media.elsewhere');
      }
      joined = {
        mediaSession,
        participant: mediaSession.join(peer, device, network, { sessionRouter, send, receive, rtpCapabilities }),
      };
      const iceServers = iceServersFor(turn, peer.person, clock.now());
      return accept<'join'>({ send: transportOptions(send), receive: transportOptions(receive), iceServers });
    });
    return reply ?? refuse('media.unavailable');
  }

  /** True when another device of this person takes part and is connected. */
  function isElsewhere(mediaSession: MediaSession, device: string): boolean {
    const holder = mediaSession.find(peer.person);
    return holder !== null && holder.device !== device && holder.disconnectedAt === null;
  }

  async function rejoin({ device }: RequestInput<'rejoin'>): Promise<Reply> {
    const here = session();
    const mediaSession = here ? sessions.find(peer.dialogue, here) : null;
    const participant = mediaSession?.find(peer.person);
    if (!mediaSession || !participant || participant.device !== device) return refuse('media.not-here');
    const [send, receive] = await Promise.all([restartIce(participant.send), restartIce(participant.receive)]);
    if (status === 'closed' || participant.status === 'closed' || mediaSession.find(peer.person) !== participant)
      return refuse('media.not-here');
    joined = { mediaSession, participant };
    const consumers = [...participant.consumers.values()].map(consumerInfo);
    mediaSession.rejoin(participant, peer);
    return accept<'rejoin'>({ send, receive, consumers });
  }

  async function handle(request: Request): Promise<Reply> {
    switch (request.name) {
      case 'join':
        return join(request.input);
      case 'rejoin':
        return rejoin(request.input);
      case 'probe': {
        const opened = peer.audience() === null ? 'media.unavailable' : await probe.open(request.input);
        return typeof opened === 'string' ? refuse(opened) : accept<'probe'>(opened);
      }
      case 'connectProbe': {
        const isConnected = await probe.connect(request.input.dtlsParameters as DtlsParameters);
        return isConnected ? accept<'connectProbe'>(null) : refuse('media.unknown');
      }
      default:
        return joined && hasJoined() ? handleParticipantRequest(joined, request) : refuse('media.not-here');
    }
  }

  /** The refusal for an error: the request was wrong, the worker went away, or there is a fault, which is logged. */
  function reasonOf(error: unknown): MediaRefusal {
    if (error instanceof TypeError || error instanceof UnsupportedError) return 'malformed';
    if (error instanceof WorkerClosedError || status === 'closed' || (joined && !hasJoined()))
      return 'media.unavailable';
    logger.error({ error }, 'media request failed');
    return 'fault';
  }

  return {
    peer,
    announceRouter() {
      if (hasJoined()) return;
      const rtpCapabilities = ports.rtpCapabilities();
      peer.send('router', rtpCapabilities && { rtpCapabilities });
    },
    request(request) {
      const answer = work.then(() => handle(request)).catch(error => refuse(reasonOf(error)));
      work = answer;
      return answer;
    },
    policyChanged: () => seatsChanged(),
    close(how) {
      status = 'closed';
      seatsChanged();
      probe.close();
      if (joined && hasJoined()) joined.mediaSession[how === 'lost' ? 'disconnect' : 'leave'](joined.participant);
      closed();
    },
  };
}

type ParticipantRequestName = Exclude<RequestName, 'join' | 'rejoin' | 'probe' | 'connectProbe'>;
type ParticipantRequest = Extract<Request, { name: ParticipantRequestName }>;

/** The requests of somebody who has joined. */
async function handleParticipantRequest(
  { mediaSession, participant }: { mediaSession: MediaSession; participant: Participant },
  request: ParticipantRequest,
): Promise<Reply> {
  switch (request.name) {
    case 'connectTransport': {
      const { direction, dtlsParameters } = request.input;
      if (participant.connected.has(direction)) return refuse('malformed');
      participant.connected.add(direction);
      await participant[direction].connect({ dtlsParameters: dtlsParameters as DtlsParameters });
      return accept<'connectTransport'>(null);
    }
    case 'restartIce':
      return accept<'restartIce'>({ iceParameters: await restartIce(participant[request.input.direction]) });
    case 'produce': {
      const { source, kind, rtpParameters } = request.input;
      if (source === 'screen') await participant.send.setMaxIncomingBitrate(maxIncomingBitrate.screen);
      const produced = await mediaSession.produce(participant, {
        source,
        kind,
        rtpParameters: rtpParameters as RtpParameters,
      });
      return typeof produced === 'string' ? refuse(produced) : accept<'produce'>({ producer: produced.id });
    }
    case 'pauseProducer': {
      const { source, paused } = request.input;
      const outcome = await mediaSession.pauseProducer(participant, source, paused);
      return outcome === 'done' ? accept<'pauseProducer'>(null) : refuse(outcome);
    }
    case 'closeProducer':
      return mediaSession.closeProducer(participant, request.input.source)
        ? accept<'closeProducer'>(null)
        : refuse('media.unknown');
    case 'resumeConsumer':
      return mediaSession.resumeConsumer(participant, request.input.consumer)
        ? accept<'resumeConsumer'>(null)
        : refuse('media.unknown');
    case 'show':
      mediaSession.show(participant, request.input.videos);
      return accept<'show'>(null);
    case 'networkQuality':
      mediaSession.setNetworkQuality(participant, request.input.quality);
      return accept<'networkQuality'>(null);
  }
}

const accept = <Name extends RequestName>(reply: Replies[Name]): MediaReply<Name> => ({ ok: true, reply });
const refuse = (refusal: MediaRefusal): { ok: false; refusal: MediaRefusal } => ({ ok: false, refusal });
