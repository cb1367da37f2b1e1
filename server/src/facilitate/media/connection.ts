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
import type { Logger } from '../../platform/logger.ts';
import { maxIncomingBitrate } from './codecs.ts';
import type { Guest } from './guest.ts';
import type { Member } from './member.ts';
import { openProbe, type ProbePorts } from './probe.ts';
import type { Stage } from './stage.ts';
import type { Stages } from './stages.ts';
import { describeStream } from './streams.ts';
import { createTransport, describe, restartIce } from './transports.ts';
import { iceServersFor } from './turn.ts';

/** A request whose form has been checked. */
export type Request = { [Name in RequestName]: { name: Name; input: RequestInput<Name> } }[RequestName];
export type Reply = MediaReply<RequestName>;

/** One tab of a person. Its requests are carried out one after another. */
export type Connection = {
  guest: Guest;
  /** Tells what the server can forward, unless this connection takes part already. */
  greet(): void;
  /** Never rejects. */
  request(request: Request): Promise<Reply>;
  /** Somebody was seated, perhaps this person. */
  seatsChanged(): void;
  /** `gone`: by somebody's will. `lost`: it broke, and the device may be back in a moment. */
  close(how: 'gone' | 'lost'): void;
};

export type ConnectionPorts = ProbePorts & {
  /** How long (ms) one who joins ahead of their seat is waited for. */
  seatPatience: number;
  stages: Stages;
  logger: Logger;
  rtpCapabilities(): RtpCapabilities | null;
};

export function openConnection(guest: Guest, ports: ConnectionPorts, closed: () => void): Connection {
  const { stages, clock, logger, turn } = ports;
  const probe = openProbe(guest.person, ports);
  let joined: { stage: Stage; member: Member } | null = null;
  let status: 'open' | 'closed' = 'open';
  let work: Promise<unknown> = Promise.resolve();
  // Another connection of the same device may have taken over.
  const isIn = () => joined?.member.status === 'open' && joined.member.guest === guest;
  const session = () => guest.audience()?.place?.session ?? null;
  let seatsChanged = () => {};

  /** The session of this person's seat, as soon as there is one: a device asks while the door is still being opened. */
  function seated(): Promise<SessionId | null> {
    const here = session();
    if (here || status === 'closed' || ports.seatPatience === 0) return Promise.resolve(here);
    return new Promise(resolve => {
      const end = () => {
        seatsChanged = () => {};
        callOff();
        resolve(session());
      };
      const callOff = clock.at(clock.now() + ports.seatPatience, end);
      seatsChanged = () => {
        if (session() || status === 'closed') end();
      };
    });
  }

  async function join({ device, takeOver, network, rtpCapabilities: said }: RequestInput<'join'>): Promise<Reply> {
    const rtpCapabilities = said as RtpCapabilities;
    validateAndNormalizeRtpCapabilities(rtpCapabilities);
    const here = await seated();
    if (!here) return refuse('media.not-here');
    const reply = await stages.use(guest.dialogue, here, async stage => {
      if (!takeOver && isElsewhere(stage, device)) return refuse('media.elsewhere');
      const hall = await stage.hall();
      const [send, receive] = await Promise.all([createTransport(hall), createTransport(hall)]);
      await send.setMaxIncomingBitrate(maxIncomingBitrate.plain);
      // Much can happen while the worker answers.
      const refusal = status === 'closed' || session() !== here ? 'media.not-here' : null;
      const isTaken = !takeOver && isElsewhere(stage, device);
      if (refusal || isTaken) {
        send.close();
        receive.close();
        return refuse(refusal ?? 'media.elsewhere');
      }
      joined = { stage, member: stage.enter(guest, device, network, { hall, send, receive, rtpCapabilities }) };
      const iceServers = iceServersFor(turn, guest.person, clock.now());
      return accept<'join'>({ send: describe(send), receive: describe(receive), iceServers });
    });
    return reply ?? refuse('media.unavailable');
  }

  /** True when another device of this person is connected and has the seat. */
  function isElsewhere(stage: Stage, device: string): boolean {
    const holder = stage.memberOf(guest.person);
    return holder !== null && holder.device !== device && holder.lostAt === null;
  }

  async function goOn({ device }: RequestInput<'rejoin'>): Promise<Reply> {
    const here = session();
    const stage = here ? stages.find(guest.dialogue, here) : null;
    const member = stage?.memberOf(guest.person);
    if (!stage || !member || member.device !== device) return refuse('media.not-here');
    const [send, receive] = await Promise.all([restartIce(member.send), restartIce(member.receive)]);
    if (status === 'closed' || member.status === 'closed' || stage.memberOf(guest.person) !== member)
      return refuse('media.not-here');
    joined = { stage, member };
    const consumers = [...member.incoming.values()].map(describeStream);
    stage.regain(member, guest);
    return accept<'rejoin'>({ send, receive, consumers });
  }

  async function carryOut(request: Request): Promise<Reply> {
    switch (request.name) {
      case 'join':
        return join(request.input);
      case 'rejoin':
        return goOn(request.input);
      case 'probe': {
        const opened = guest.audience() === null ? 'media.unavailable' : await probe.open(request.input);
        return typeof opened === 'string' ? refuse(opened) : accept<'probe'>(opened);
      }
      case 'connectProbe': {
        const isConnected = await probe.connect(request.input.dtlsParameters as DtlsParameters);
        return isConnected ? accept<'connectProbe'>(null) : refuse('media.unknown');
      }
      default:
        return joined && isIn() ? takePart(joined, request) : refuse('media.not-here');
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
    guest,
    greet() {
      if (isIn()) return;
      const rtpCapabilities = ports.rtpCapabilities();
      guest.send('router', rtpCapabilities && { rtpCapabilities });
    },
    request(request) {
      const answer = work.then(() => carryOut(request)).catch(error => refuse(reasonOf(error)));
      work = answer;
      return answer;
    },
    seatsChanged: () => seatsChanged(),
    close(how) {
      status = 'closed';
      seatsChanged();
      probe.close();
      if (joined && isIn()) joined.stage[how === 'lost' ? 'lose' : 'leave'](joined.member);
      closed();
    },
  };
}

type PartName = Exclude<RequestName, 'join' | 'rejoin' | 'probe' | 'connectProbe'>;
type Part = Extract<Request, { name: PartName }>;

/** What somebody who has joined may ask. */
async function takePart({ stage, member }: { stage: Stage; member: Member }, request: Part): Promise<Reply> {
  switch (request.name) {
    case 'connectTransport': {
      const { direction, dtlsParameters } = request.input;
      if (member.connected.has(direction)) return refuse('malformed');
      member.connected.add(direction);
      await member[direction].connect({ dtlsParameters: dtlsParameters as DtlsParameters });
      return accept<'connectTransport'>(null);
    }
    case 'restartIce':
      return accept<'restartIce'>({ iceParameters: await restartIce(member[request.input.direction]) });
    case 'produce': {
      const { source, kind, rtpParameters } = request.input;
      if (source === 'screen') await member.send.setMaxIncomingBitrate(maxIncomingBitrate.screen);
      const produced = await stage.produce(member, { source, kind, rtpParameters: rtpParameters as RtpParameters });
      return typeof produced === 'string' ? refuse(produced) : accept<'produce'>({ producer: produced.id });
    }
    case 'pauseProducer': {
      const { source, paused } = request.input;
      const outcome = await stage.pause(member, source, paused);
      return outcome === 'done' ? accept<'pauseProducer'>(null) : refuse(outcome);
    }
    case 'closeProducer':
      return stage.stop(member, request.input.source) ? accept<'closeProducer'>(null) : refuse('media.unknown');
    case 'resumeConsumer':
      return stage.ready(member, request.input.consumer) ? accept<'resumeConsumer'>(null) : refuse('media.unknown');
    case 'show':
      stage.watch(member, request.input.videos);
      return accept<'show'>(null);
    case 'networkQuality':
      stage.setNetwork(member, request.input.quality);
      return accept<'networkQuality'>(null);
  }
}

const accept = <Name extends RequestName>(reply: Replies[Name]): MediaReply<Name> => ({ ok: true, reply });
const refuse = (refusal: MediaRefusal): { ok: false; refusal: MediaRefusal } => ({ ok: false, refusal });
