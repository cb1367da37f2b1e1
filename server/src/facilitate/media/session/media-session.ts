import type { NetworkQuality, ShownVideo, StreamSource } from '@multaqa/shared/facilitate/media/signalling';
import type { PersonId, SessionId } from '@multaqa/shared/kernel/ids';
import type { Producer } from 'mediasoup/types';
import type { SignallingPeer } from '../signalling/peer.ts';
import type { SessionRouter } from '../workers/session-routers.ts';
import { markMove, markSender, markShownCameras, roomOf } from './marks.ts';
import {
  createParticipant,
  type JoiningDevice,
  maySend,
  type Participant,
  type ProduceOptions,
  produce,
  videoKey,
} from './participant.ts';
import { expireSoon, openSessionState, reconcile, refresh, remove } from './reconciler.ts';
import type { MediaSessionPorts, SessionState } from './session-state.ts';

/** The media of one session. Its rooms share their routers, so that going from room to room opens no new transports. */
export type MediaSession = {
  session: SessionId;
  participants(): readonly Participant[];
  size(): number;
  find(person: PersonId): Participant | null;
  /** The router for the next participant. */
  router(): Promise<SessionRouter>;
  /** A person takes part with one device: the one before is sent `replaced`. */
  join(peer: SignallingPeer, joining: JoiningDevice): Participant;
  leave(participant: Participant): void;
  /** The connection broke and may come back: nothing is closed yet. */
  disconnect(participant: Participant): void;
  /** The device is back over a new connection. */
  rejoin(participant: Participant, peer: SignallingPeer): void;
  produce(participant: Participant, stream: ProduceOptions): Promise<Producer | 'malformed' | 'media.not-permitted'>;
  /** False when there is no such producer. */
  closeProducer(participant: Participant, source: StreamSource): boolean;
  /** Pauses or resumes a producer; a refusal when there is none, or when the rules forbid it. */
  pauseProducer(participant: Participant, source: StreamSource, paused: boolean): Promise<PauseOutcome>;
  show(participant: Participant, videos: readonly ShownVideo[]): void;
  setNetworkQuality(participant: Participant, network: NetworkQuality): void;
  /** Begins or ends to tell a host who speaks in every room; false for anybody else. */
  followSpeech(participant: Participant, on: boolean): boolean;
  /** The device can play this consumer; false when it is gone. */
  resumeConsumer(participant: Participant, consumer: string): boolean;
  /** Seats, roles or what hosts allow have changed: asks the rules about everybody again. */
  policyChanged(): void;
  /** Reconciles everybody's consumers with the policy; returns how many differed. */
  reconcileAll(): number;
  /** The same for so many participants, in turn. Nothing has happened to them, so each difference is a defect. */
  check(participants: number): number;
  close(): void;
};

type PauseOutcome = 'done' | 'media.unknown' | 'media.not-permitted';

/** A media session on its first router, with nobody in it. */
export function openMediaSession(first: SessionRouter, session: SessionId, ports: MediaSessionPorts): MediaSession {
  const state = openSessionState(first, session, ports);
  const { participants, routers, speakers } = state;
  return {
    session,
    participants: participants.all,
    size: participants.size,
    find: participants.find,
    router: () =>
      routers.choose(router => participants.all().filter(({ sessionRouter }) => sessionRouter === router).length),
    join: (peer, joining) => join(state, peer, joining),
    leave(participant) {
      remove(state, participant);
      reconcile(state);
    },
    disconnect(participant) {
      participant.disconnectedAt = ports.clock.now();
      participant.debug('a participant disconnected', {});
      state.speech.update(participant, roomOf(state, participant));
      expireSoon(state);
    },
    rejoin: (participant, peer) => rejoin(state, participant, peer),
    produce: (participant, stream) => startProducer(state, participant, stream),
    closeProducer: (participant, source) => closeProducer(state, participant, source),
    pauseProducer: (participant, source, paused) => pauseProducer(state, participant, source, paused),
    show: (participant, videos) => show(state, participant, videos),
    setNetworkQuality(participant, network) {
      participant.network = network;
      state.speech.update(participant, roomOf(state, participant));
      sendParticipants(state, participant);
    },
    followSpeech: state.speech.follow,
    resumeConsumer: (participant, consumer) => resumeConsumer(state, participant, consumer),
    policyChanged() {
      for (const participant of participants.all()) refresh(state, participant);
      reconcile(state);
    },
    reconcileAll: () => reconcileThese(state, participants.all()),
    check: count => check(state, count),
    close() {
      speakers.close();
      for (const { router } of [...routers.all()]) router.close();
    },
  };
}

function join(state: SessionState, peer: SignallingPeer, joining: JoiningDevice): Participant {
  const before = state.participants.find(peer.person);
  if (before) remove(state, before);
  if (before && before.peer !== peer) before.peer.send('replaced');
  const participant = createParticipant(peer, joining, state.session, state.ports.logger);
  state.participants.add(participant);
  participant.debug('a participant joined', { device: joining.device });
  refresh(state, participant);
  reconcile(state);
  return participant;
}

function rejoin(state: SessionState, participant: Participant, peer: SignallingPeer): void {
  participant.peer = peer;
  participant.disconnectedAt = null;
  participant.lastSentRoom = null;
  // What was sent while nobody received it is sent again.
  participant.maxLayer = { layer: 2, lessSince: null };
  participant.lastSentCodec = null;
  participant.debug('a participant rejoined', {});
  state.speakers.sendTo(participant);
  state.speech.resend(participant);
  refresh(state, participant);
  state.marks.people.add(participant);
  state.marks.isCodecDirty = true;
  markMove(state, participant, state.participants.standingOf(participant));
  reconcile(state);
}

async function startProducer(
  state: SessionState,
  participant: Participant,
  stream: ProduceOptions,
): ReturnType<MediaSession['produce']> {
  const producer = await produce(participant, stream);
  if (typeof producer === 'string') return producer;
  if (stream.source === 'camera') participant.maxLayer = { layer: 2, lessSince: null };
  producersChanged(state, participant);
  if (stream.source === 'microphone') state.speakers.observe(participant);
  return producer.closed ? 'media.not-permitted' : producer;
}

function closeProducer(state: SessionState, participant: Participant, source: StreamSource): boolean {
  participant.producers.get(source)?.close();
  const existed = participant.producers.delete(source);
  if (existed) participant.debug('a producer was closed', { source });
  producersChanged(state, participant);
  return existed;
}

/** Somebody has begun or stopped to send something. */
function producersChanged(state: SessionState, participant: Participant): void {
  refresh(state, participant);
  markSender(state, participant);
  reconcile(state);
}

async function pauseProducer(
  state: SessionState,
  participant: Participant,
  source: StreamSource,
  paused: boolean,
): Promise<PauseOutcome> {
  const producer = participant.producers.get(source);
  if (!producer || producer.closed) return 'media.unknown';
  if (!paused && !maySend(participant, source)) return 'media.not-permitted';
  await (paused ? producer.pause() : producer.resume());
  // Consumers stay, paused with their producer.
  refresh(state, participant);
  sendParticipants(state, participant);
  reconcile(state);
  return 'done';
}

function show(state: SessionState, participant: Participant, videos: readonly ShownVideo[]): void {
  markShownCameras(state, participant);
  participant.shownVideos = new Map(videos.map(({ person, source, size }) => [videoKey(person, source), size]));
  markShownCameras(state, participant);
  state.marks.people.add(participant);
  reconcile(state);
}

function resumeConsumer(state: SessionState, participant: Participant, consumer: string): boolean {
  const entry = [...participant.consumers.values()].find(({ consumer: { id } }) => id === consumer);
  if (!entry) return false;
  entry.isReady = true;
  state.marks.people.add(participant);
  reconcile(state);
  return true;
}

/** Sends somebody's room its participants soon. */
function sendParticipants(state: SessionState, participant: Participant): void {
  const room = roomOf(state, participant);
  if (room !== null) state.updates.sendSoon(room);
}

function check(state: SessionState, count: number): number {
  const all = state.participants.all();
  const begin = all.length === 0 ? 0 : state.nextChecked % all.length;
  const length = Math.min(count, all.length);
  state.nextChecked = begin + length;
  const differences = reconcileThese(state, [...all, ...all].slice(begin, begin + length));
  const { session, ports } = state;
  if (differences > 0)
    ports.logger.debug({ session, differences }, 'a check found consumers that differ from the policy');
  return differences;
}

function reconcileThese(state: SessionState, participants: readonly Participant[]): number {
  for (const participant of participants) {
    refresh(state, participant);
    state.marks.people.add(participant);
  }
  return reconcile(state);
}
