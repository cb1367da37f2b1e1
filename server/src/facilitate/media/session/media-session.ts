import type { NetworkQuality, ShownVideo, StreamSource } from '@multaqa/shared/facilitate/media/signalling';
import type { Id, PersonId, SessionId } from '@multaqa/shared/kernel/ids';
import type { Producer } from 'mediasoup/types';
import type { SignallingPeer } from '../signalling/peer.ts';
import type { SessionRouter } from '../workers/session-routers.ts';
import {
  createParticipant,
  type DeviceTransports,
  maySend,
  type Participant,
  type ProduceOptions,
  produce,
  videoKey,
} from './participant.ts';
import { type MediaSessionPorts, openReconciler } from './reconciler.ts';

/** The media of one session. Its rooms share their routers, so that going from room to room opens no new transports. */
export type MediaSession = {
  session: SessionId;
  participants(): readonly Participant[];
  size(): number;
  find(person: PersonId): Participant | null;
  /** The router for the next participant. */
  router(): Promise<SessionRouter>;
  /** A person takes part with one device: the one before is sent `replaced`. */
  join(peer: SignallingPeer, device: Id, network: NetworkQuality, transports: DeviceTransports): Participant;
  leave(participant: Participant): void;
  /** The connection broke and may come back: nothing is closed yet. */
  disconnect(participant: Participant): void;
  /** The device is back over a new connection. */
  rejoin(participant: Participant, peer: SignallingPeer): void;
  produce(participant: Participant, stream: ProduceOptions): Promise<Producer | 'malformed' | 'media.not-permitted'>;
  /** False when there is no such producer. */
  closeProducer(participant: Participant, source: StreamSource): boolean;
  /** Pauses or resumes a producer; a refusal when there is none, or when the rules forbid it. */
  pauseProducer(
    participant: Participant,
    source: StreamSource,
    paused: boolean,
  ): Promise<'done' | 'media.unknown' | 'media.not-permitted'>;
  show(participant: Participant, videos: readonly ShownVideo[]): void;
  setNetworkQuality(participant: Participant, network: NetworkQuality): void;
  /** The device can play this consumer; false when it is gone. */
  resumeConsumer(participant: Participant, consumer: string): boolean;
  /** Seats, roles or what hosts allow have changed: asks the rules about everybody again. */
  policyChanged(): void;
  /** Reconciles everybody's consumers with the policy; returns how many differed. */
  reconcileAll(): number;
  /** The same for so many participants, in turn. Nothing has happened to them, so each difference is a defect. */
  check(people: number): number;
  close(): void;
};

/** A media session on its first router, with nobody in it. */
export function openMediaSession(first: SessionRouter, session: SessionId, ports: MediaSessionPorts): MediaSession {
  const { clock } = ports;
  const reconciler = openReconciler(first, session, ports);
  const { participants, speakers, routers, refresh, remove, reconcile } = reconciler;
  let nextChecked = 0;

  /** Somebody has begun or stopped to send something. */
  function producersChanged(participant: Participant): void {
    refresh(participant);
    reconciler.markRoom(participant);
    reconcile();
  }

  return {
    session,
    participants: participants.all,
    size: participants.size,
    find: participants.find,
    router: () =>
      routers.choose(
        sessionRouter => participants.all().filter(participant => participant.sessionRouter === sessionRouter).length,
      ),
    join(peer, device, network, transports) {
      const before = participants.find(peer.person);
      if (before) remove(before);
      if (before && before.peer !== peer) before.peer.send('replaced');
      const participant = createParticipant(peer, device, network, transports);
      participants.add(participant);
      refresh(participant);
      reconcile();
      return participant;
    },
    leave(participant) {
      remove(participant);
      reconcile();
    },
    disconnect(participant) {
      participant.disconnectedAt = clock.now();
      reconciler.expireSoon();
    },
    rejoin(participant, peer) {
      participant.peer = peer;
      participant.disconnectedAt = null;
      participant.lastSentRoom = null;
      // What was sent while nobody received it is sent again.
      participant.maxLayer = { layer: 2, lessSince: null };
      participant.lastSentCodec = null;
      speakers.sendTo(participant);
      refresh(participant);
      reconciler.markRejoined(participant);
      reconcile();
    },
    async produce(participant, stream) {
      const producer = await produce(participant, stream);
      if (typeof producer === 'string') return producer;
      if (stream.source === 'camera') participant.maxLayer = { layer: 2, lessSince: null };
      producersChanged(participant);
      if (stream.source === 'microphone') speakers.observe(participant);
      return producer.closed ? 'media.not-permitted' : producer;
    },
    closeProducer(participant, source) {
      participant.producers.get(source)?.close();
      const was = participant.producers.delete(source);
      producersChanged(participant);
      return was;
    },
    async pauseProducer(participant, source, paused) {
      const producer = participant.producers.get(source);
      if (!producer || producer.closed) return 'media.unknown';
      if (!paused && !maySend(participant, source)) return 'media.not-permitted';
      await (paused ? producer.pause() : producer.resume());
      // Consumers stay, paused with their producer.
      refresh(participant);
      reconciler.sendParticipants(participant);
      reconcile();
      return 'done';
    },
    show(participant, videos) {
      reconciler.markShownCameras(participant);
      participant.shownVideos = new Map(videos.map(({ person, source, size }) => [videoKey(person, source), size]));
      reconciler.markShownCameras(participant);
      reconciler.mark(participant);
      reconcile();
    },
    setNetworkQuality(participant, network) {
      participant.network = network;
      reconciler.sendParticipants(participant);
    },
    resumeConsumer(participant, consumer) {
      const found = [...participant.consumers.values()].find(entry => entry.consumer.id === consumer);
      if (!found) return false;
      found.isReady = true;
      reconciler.mark(participant);
      reconcile();
      return true;
    },
    policyChanged() {
      for (const participant of participants.all()) refresh(participant);
      reconcile();
    },
    reconcileAll() {
      for (const participant of participants.all()) {
        refresh(participant);
        reconciler.mark(participant);
      }
      return reconcile();
    },
    check(people) {
      const all = participants.all();
      for (let count = Math.min(people, all.length); count > 0; count -= 1) {
        const participant = all[nextChecked % all.length];
        nextChecked = (nextChecked + 1) % all.length;
        if (!participant) continue;
        refresh(participant);
        reconciler.mark(participant);
      }
      return reconcile();
    },
    close() {
      speakers.close();
      for (const { router } of [...routers.all()]) router.close();
    },
  };
}
