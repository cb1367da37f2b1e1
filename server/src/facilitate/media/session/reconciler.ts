import type { RoomId, SessionId } from '@multaqa/shared/kernel/ids';
import { limits } from '@multaqa/shared/limits';
import type { Clock } from '../../../platform/clock.ts';
import type { Logger } from '../../../platform/logger.ts';
import { closeHidden, reconcileConsumers } from '../consumers/consumers.ts';
import { sendMaxLayers, sendVideoCodec } from '../consumers/max-layer.ts';
import type { SessionQueries } from '../consumers/wanted-consumers.ts';
import { type ActiveSpeakers, openActiveSpeakers } from '../speakers/active-speakers.ts';
import type { SpeakerDetection } from '../speakers/speaker-detection.ts';
import { noSpeakers } from '../speakers/speaker-selection.ts';
import {
  openSessionRouters,
  type SessionRouter,
  type SessionRouterPorts,
  type SessionRouters,
} from '../workers/session-routers.ts';
import type { WorkerOptions } from '../workers/workers.ts';
import { closeParticipant, enforceSendRights, type Participant } from './participant.ts';
import { openParticipantUpdates } from './participant-updates.ts';
import { openParticipants, type Participants } from './participants.ts';

/** Keeps everybody's consumers equal to the policy: what happens marks those it can affect, and only they are reconciled. */
export type Reconciler = {
  participants: Participants;
  speakers: ActiveSpeakers;
  routers: SessionRouters;
  /** Asks the rules about somebody again, and marks those affected when the answer has changed. */
  refresh(participant: Participant): void;
  /** Takes somebody out of the session and closes everything of theirs. */
  remove(participant: Participant): void;
  /** Marks somebody who may have to receive something else now. */
  mark(participant: Participant): void;
  /** Marks somebody whose device has rejoined and has to be sent everything again. */
  markRejoined(participant: Participant): void;
  /** Marks everybody in somebody's room: something else is sent there now. */
  markRoom(participant: Participant): void;
  /** Marks the cameras that somebody shows: another layer of them may be needed. */
  markShownCameras(participant: Participant): void;
  /** Reconciles the consumers of the marked people; returns how many differed. To be called before the turn ends. */
  reconcile(): number;
  /** Sends somebody's room its participants soon. */
  sendParticipants(participant: Participant): void;
  /** Looks soon for what has expired. */
  expireSoon(): void;
};

export type MediaSessionPorts = Pick<SessionRouterPorts, 'createRouter' | 'participantsPerRouter'> &
  Pick<WorkerOptions, 'videoCodecs'> & {
    clock: Clock;
    logger: Logger;
    detection: Pick<SpeakerDetection, 'observe'>;
    ended(): void;
  };

/** How often (ms) it is looked for what has expired, while anything can. */
const expiryInterval = 1_000;

export function openReconciler(first: SessionRouter, session: SessionId, ports: MediaSessionPorts): Reconciler {
  const { clock, logger } = ports;
  const participants = openParticipants(session);
  const updates = openParticipantUpdates(participants.inRoom, clock);
  /** Those affected by what has happened in this turn; they are reconciled before it ends. */
  const dirty = { rooms: new Set<RoomId>(), people: new Set<Participant>(), cameras: new Set<Participant>() };
  const sharers = new Map<RoomId, readonly Participant[]>();
  const toRetry = new Set<Participant>();
  let isExpiryDue = false;
  let isCodecDirty = false;

  const speakers = openActiveSpeakers({
    detection: ports.detection,
    selectionChanged: room => void dirty.rooms.add(room),
    changesApplied: () => void reconcile(),
  });
  const routers = openSessionRouters(first, {
    createRouter: ports.createRouter,
    participantsPerRouter: ports.participantsPerRouter,
    routerClosed(sessionRouter) {
      // A worker that dies takes its participants along; the others stay.
      for (const participant of participants.all())
        if (participant.sessionRouter === sessionRouter) remove(participant);
      reconcile();
      if (routers.all().length === 0) {
        speakers.close();
        ports.ended();
      }
    },
  });

  const roomOf = (participant: Participant) => participants.audienceOf(participant)?.place?.room ?? null;
  const queries: SessionQueries = {
    audienceOf: participants.audienceOf,
    find: participants.find,
    inRoom: participants.inRoom,
    screenAudioIn(room) {
      const known =
        sharers.get(room) ?? [...participants.inRoom(room)].filter(({ producers }) => producers.has('screen-audio'));
      sharers.set(room, known);
      return known;
    },
    speakersIn: room => speakers.selections.get(room) ?? noSpeakers,
  };

  /** Marks a room that somebody comes to or leaves: all of it when they send anything; otherwise only the list of participants changes. */
  function markRoomOf(participant: Participant, room: RoomId | null): void {
    if (room === null) return;
    if (participant.producers.size > 0) markRoom(room);
    else updates.sendSoon(room);
    dirty.cameras.add(participant);
    markShownCameras(participant);
  }

  function markRoom(room: RoomId): void {
    dirty.rooms.add(room);
    updates.sendSoon(room);
  }

  function markShownCameras({ shownVideos }: Participant): void {
    for (const video of shownVideos.keys()) {
      const shown = participants.find(video.split(' ')[0] ?? '');
      if (shown) dirty.cameras.add(shown);
    }
  }

  function remove(participant: Participant): void {
    markRoomOf(participant, participants.remove(participant));
    closeParticipant(participant);
    speakers.remove(participant);
    isCodecDirty = true;
  }

  /** Asks the rules about somebody again, and marks those affected when the answer has changed. */
  function refresh(participant: Participant): void {
    const placement = participants.place(participant);
    // In another session now, or in none.
    if (placement.outcome === 'gone') return void remove(participant);
    if (placement.outcome === 'changed') {
      dirty.people.add(participant);
      markRoomOf(participant, placement.before);
      markRoomOf(participant, placement.room);
      // A newcomer may play fewer codecs than the others.
      isCodecDirty ||= placement.before === null;
    }
    if (enforceSendRights(participant, logger)) markRoom(placement.room);
    speakers.update(participant, placement.room);
  }

  function reconcile(): number {
    sharers.clear();
    const { rooms, people, cameras } = dirty;
    for (const room of rooms) for (const participant of participants.inRoom(room)) people.add(participant);
    const open = [...people].filter(({ status }) => status === 'open');
    const watched = [...cameras];
    for (const marked of [rooms, people, cameras]) marked.clear();
    const changes = reconcileConsumers(open, queries, { routers, logger, now: clock.now, failed: retry });
    sendMaxLayers(watched, queries, clock.now());
    if (isCodecDirty) sendVideoCodec(participants.all(), ports.videoCodecs);
    isCodecDirty = false;
    if (open.length + watched.length > 0) expireSoon();
    return changes;
  }

  function retry(to: Participant): void {
    toRetry.add(to);
    expireSoon();
  }

  function expireSoon(): void {
    if (isExpiryDue) return;
    isExpiryDue = true;
    clock.at(clock.now() + expiryInterval, () => {
      isExpiryDue = false;
      if (expire()) expireSoon();
    });
  }

  /** Removes the disconnected, closes hidden videos, lowers camera layers, retries what failed. True while there is more to come. */
  function expire(): boolean {
    const now = clock.now();
    let isPending = false;
    for (const participant of toRetry) dirty.people.add(participant);
    toRetry.clear();
    for (const participant of participants.all()) {
      if (participant.disconnectedAt !== null && now - participant.disconnectedAt > limits.heldTransports) {
        remove(participant);
        continue;
      }
      if (participant.maxLayer.lessSince !== null) dirty.cameras.add(participant);
      const hidden = closeHidden(participant, now);
      isPending ||= hidden || participant.disconnectedAt !== null;
    }
    reconcile();
    return isPending || participants.all().some(({ maxLayer }) => maxLayer.lessSince !== null);
  }

  return {
    participants,
    speakers,
    routers,
    refresh,
    remove,
    mark: participant => void dirty.people.add(participant),
    markRejoined(participant) {
      dirty.people.add(participant);
      isCodecDirty = true;
      markRoomOf(participant, roomOf(participant));
    },
    markRoom(participant) {
      const room = roomOf(participant);
      if (room !== null) markRoom(room);
      dirty.cameras.add(participant);
    },
    markShownCameras,
    reconcile,
    sendParticipants(participant) {
      const room = roomOf(participant);
      if (room !== null) updates.sendSoon(room);
    },
    expireSoon,
  };
}
