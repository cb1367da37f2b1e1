import type { MediaRefusal, RequestInput } from '@multaqa/shared/facilitate/media/signalling';
import type { SessionId } from '@multaqa/shared/kernel/ids';
import { UnsupportedError, WorkerClosedError } from 'mediasoup/errors';
import { validateAndNormalizeRtpCapabilities } from 'mediasoup/ortc';
import type { DtlsParameters, RtpCapabilities, WebRtcTransport } from 'mediasoup/types';
import { type Logger, newReference } from '../../../platform/logger.ts';
import { consumerInfo } from '../consumers/consumers.ts';
import type { MediaSession } from '../session/media-session.ts';
import type { MediaSessions } from '../session/media-sessions.ts';
import type { Participant } from '../session/participant.ts';
import { maxIncomingBitrate } from '../workers/codecs.ts';
import type { SessionRouter } from '../workers/session-routers.ts';
import { createTransport, restartIce, transportOptions } from '../workers/transports.ts';
import { handleParticipantRequest } from './participant-requests.ts';
import type { SignallingPeer } from './peer.ts';
import { openProbe, type Probe, type ProbePorts } from './probe.ts';
import { accept, type Reply, type Request, refuse } from './requests.ts';
import { iceServersFor } from './turn.ts';

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

/** What a signalling connection needs. */
export type SignallingConnectionPorts = ProbePorts & {
  /** How long (ms) a device that joins before its person is seated waits for the seat. */
  seatTimeout: number;
  sessions: MediaSessions;
  logger: Logger;
  rtpCapabilities(): RtpCapabilities | null;
};

/** `joined`: the participant of this connection; it stays set when another connection of the device has taken over. */
type ConnectionState = {
  peer: SignallingPeer;
  ports: SignallingConnectionPorts;
  probe: Probe;
  status: 'open' | 'closed';
  joined: { mediaSession: MediaSession; participant: Participant } | null;
  /** Ends when the last request so far was answered. */
  work: Promise<unknown>;
  /** Called when seats have changed, while a join waits for one. */
  seatsChanged(): void;
};

/** The signalling connection of a peer that has not joined yet; `closed` is called when it is closed. */
export function openSignallingConnection(
  peer: SignallingPeer,
  ports: SignallingConnectionPorts,
  closed: () => void,
): SignallingConnection {
  const state: ConnectionState = {
    peer,
    ports,
    probe: openProbe(peer.person, ports),
    status: 'open',
    joined: null,
    work: Promise.resolve(),
    seatsChanged() {},
  };
  return {
    peer,
    announceRouter() {
      if (joinedOf(state)) return;
      const rtpCapabilities = ports.rtpCapabilities();
      peer.send('router', rtpCapabilities && { rtpCapabilities });
    },
    request(request) {
      const answer = state.work.then(() => answerTo(state, request));
      state.work = answer;
      return answer;
    },
    policyChanged: () => state.seatsChanged(),
    close(how) {
      close(state, how);
      closed();
    },
  };
}

function close(state: ConnectionState, how: 'gone' | 'lost'): void {
  state.status = 'closed';
  state.seatsChanged();
  state.probe.close();
  const joined = joinedOf(state);
  if (!joined) return;
  const { mediaSession, participant } = joined;
  if (how === 'lost') mediaSession.disconnect(participant);
  else mediaSession.leave(participant);
}

/** The participant of this connection; null before it has joined, and after another connection of the device has taken over. */
function joinedOf({ joined, peer }: ConnectionState): ConnectionState['joined'] {
  return joined?.participant.status === 'open' && joined.participant.peer === peer ? joined : null;
}

const sessionOf = ({ peer }: ConnectionState): SessionId | null => peer.audience()?.place?.session ?? null;

/** Handles a request and says so at level debug. Never rejects. */
async function answerTo(state: ConnectionState, request: Request): Promise<Reply> {
  const { dialogue, person } = state.peer;
  const where = { dialogue, person, request: request.name };
  const reply = await handle(state, request).catch(error => refuse(refusalFor(state, error, where)));
  const session = state.joined?.mediaSession.session ?? null;
  const outcome = reply.ok ? 'accepted' : reply.refusal;
  state.ports.logger.debug({ ...where, session, outcome }, 'a media request was answered');
  return reply;
}

async function handle(state: ConnectionState, request: Request): Promise<Reply> {
  switch (request.name) {
    case 'join':
      return join(state, request.input);
    case 'rejoin':
      return rejoin(state, request.input);
    case 'probe':
      return probe(state, request.input);
    case 'connectProbe': {
      const isConnected = await state.probe.connect(request.input.dtlsParameters as DtlsParameters);
      return isConnected ? accept<'connectProbe'>(null) : refuse('media.unknown');
    }
    default: {
      const joined = joinedOf(state);
      return joined ? handleParticipantRequest(joined.mediaSession, joined.participant, request) : notHere;
    }
  }
}

const notHere = refuse('media.not-here');

async function join(state: ConnectionState, input: RequestInput<'join'>): Promise<Reply> {
  const { peer, ports } = state;
  validateAndNormalizeRtpCapabilities(input.rtpCapabilities as RtpCapabilities);
  const session = await waitForSeat(state);
  if (!session) return notHere;
  const reply = await ports.sessions.use(peer.dialogue, session, mediaSession =>
    joinSession(state, mediaSession, session, input),
  );
  return reply ?? refuse('media.unavailable');
}

/** The session of this person's seat, as soon as there is one: a device joins while its person is still entering. */
function waitForSeat(state: ConnectionState): Promise<SessionId | null> {
  const { clock, seatTimeout } = state.ports;
  const here = sessionOf(state);
  if (here || state.status === 'closed' || seatTimeout === 0) return Promise.resolve(here);
  return new Promise(resolve => {
    const end = () => {
      state.seatsChanged = () => {};
      cancel();
      resolve(sessionOf(state));
    };
    const cancel = clock.at(clock.now() + seatTimeout, end);
    state.seatsChanged = () => {
      if (sessionOf(state) || state.status === 'closed') end();
    };
  });
}

async function joinSession(
  state: ConnectionState,
  mediaSession: MediaSession,
  session: SessionId,
  { device, takeOver, by, network, rtpCapabilities }: RequestInput<'join'>,
): Promise<Reply> {
  const { peer, ports } = state;
  const isTaken = () => !takeOver && isElsewhere(mediaSession, peer, device);
  if (isTaken()) return refuse('media.elsewhere');
  const sessionRouter = await mediaSession.router();
  const { send, receive } = await createTransports(sessionRouter);
  // Everything may have changed while the worker answered.
  const refusal =
    state.status === 'closed' || sessionOf(state) !== session ? 'media.not-here' : isTaken() ? 'media.elsewhere' : null;
  if (refusal) {
    send.close();
    receive.close();
    return refuse(refusal);
  }
  const transports = { sessionRouter, send, receive, rtpCapabilities: rtpCapabilities as RtpCapabilities };
  const participant = mediaSession.join(peer, { device, by, network, transports });
  state.joined = { mediaSession, participant };
  const iceServers = iceServersFor(ports.turn, peer.person, ports.clock.now());
  return accept<'join'>({ send: transportOptions(send), receive: transportOptions(receive), iceServers });
}

async function createTransports(router: SessionRouter): Promise<{ send: WebRtcTransport; receive: WebRtcTransport }> {
  const [send, receive] = await Promise.all([createTransport(router), createTransport(router)]);
  await send.setMaxIncomingBitrate(maxIncomingBitrate.plain);
  return { send, receive };
}

/** True when another device of this person takes part and is connected; one that only reads along yields to any. */
function isElsewhere(mediaSession: MediaSession, { person }: SignallingPeer, device: string): boolean {
  const holder = mediaSession.find(person);
  return holder !== null && holder.device !== device && holder.disconnectedAt === null && holder.by !== 'text';
}

async function rejoin(state: ConnectionState, { device }: RequestInput<'rejoin'>): Promise<Reply> {
  const { peer, ports } = state;
  const session = sessionOf(state);
  const mediaSession = session ? ports.sessions.find(peer.dialogue, session) : null;
  const participant = mediaSession?.find(peer.person);
  if (!mediaSession || !participant || participant.device !== device) return notHere;
  const [send, receive] = await Promise.all([restartIce(participant.send), restartIce(participant.receive)]);
  const isGone = participant.status === 'closed' || mediaSession.find(peer.person) !== participant;
  if (state.status === 'closed' || isGone) return notHere;
  state.joined = { mediaSession, participant };
  const consumers = [...participant.consumers.values()].map(consumerInfo);
  mediaSession.rejoin(participant, peer);
  return accept<'rejoin'>({ send, receive, consumers });
}

async function probe({ peer, probe }: ConnectionState, input: RequestInput<'probe'>): Promise<Reply> {
  if (peer.audience() === null) return refuse('media.unavailable');
  const opened = await probe.open(input);
  return typeof opened === 'string' ? refuse(opened) : accept<'probe'>(opened);
}

/** The refusal for an error: the request was wrong, the worker went away, or there is a fault, which is logged. */
function refusalFor(state: ConnectionState, error: unknown, where: Record<string, unknown>): MediaRefusal {
  if (error instanceof TypeError || error instanceof UnsupportedError) return 'malformed';
  const hasLostPlace = state.joined !== null && joinedOf(state) === null;
  if (error instanceof WorkerClosedError || state.status === 'closed' || hasLostPlace) return 'media.unavailable';
  state.ports.logger.error({ error, reference: newReference(), ...where }, 'media request failed');
  return 'fault';
}
