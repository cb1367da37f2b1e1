import type { RoomId, SessionId } from '@multaqa/shared/kernel/ids';
import { limits } from '@multaqa/shared/limits';
import { closeHidden, reconcileConsumers } from '../consumers/consumers.ts';
import { askForFirstFrames } from '../consumers/first-frames.ts';
import { sendMaxLayers } from '../consumers/max-layer.ts';
import type { SessionQueries } from '../consumers/wanted-consumers.ts';
import { type ActiveSpeakers, openActiveSpeakers } from '../speakers/active-speakers.ts';
import { openSpeechLog } from '../speakers/speech-log.ts';
import { openSessionRouters, type SessionRouter } from '../workers/session-routers.ts';
import { markMove, markRoom, takeMarks } from './marks.ts';
import { closeParticipant, enforceSendRights, type Participant } from './participant.ts';
import { openParticipantUpdates } from './participant-updates.ts';
import { openParticipants, type Participants } from './participants.ts';
import type { Marks, MediaSessionPorts, SessionState } from './session-state.ts';
import { isWhispering } from './standing.ts';
import { sendVideoCodec } from './video-codec.ts';

/** How often (ms) it is looked for what has expired, while anything can. */
const expiryInterval = 1_000;

/** The state of a media session on its first router, with nobody in it. */
export function openSessionState(first: SessionRouter, session: SessionId, ports: MediaSessionPorts): SessionState {
  const participants = openParticipants(session);
  const screenAudio: SessionState['screenAudio'] = new Map();
  const marks: Marks = { rooms: new Set(), people: new Set(), cameras: new Set(), isCodecDirty: false };
  const speech = openSpeechLog(ports.clock);
  const speakers = openActiveSpeakers({
    detection: ports.detection,
    activeChanged: speech.speaking,
    selectionChanged: room => void marks.rooms.add(room),
    changesApplied: () => void reconcile(state),
    spoke: ports.spoke,
  });
  const routers = openSessionRouters(first, {
    createRouter: ports.createRouter,
    participantsPerRouter: ports.participantsPerRouter,
    routerClosed: router => removeRouter(state, router),
  });
  const state: SessionState = {
    session,
    ports,
    participants,
    routers,
    speakers,
    speech,
    updates: openParticipantUpdates(participants.inRoom, ports.clock),
    queries: queriesOf(participants, speakers, screenAudio),
    screenAudio,
    marks,
    toRetry: new Set(),
    expiry: 'idle',
    nextChecked: 0,
  };
  return state;
}

const queriesOf = (
  { standingOf, find, inRoom, addressers }: Participants,
  speakers: ActiveSpeakers,
  screenAudio: SessionState['screenAudio'],
): SessionQueries => ({
  standingOf,
  find,
  inRoom,
  addressers,
  screenAudioIn(room: RoomId) {
    const known = screenAudio.get(room) ?? [...inRoom(room)].filter(({ producers }) => producers.has('screen-audio'));
    screenAudio.set(room, known);
    return known;
  },
  speakersIn: speakers.selectionOf,
});

/** A worker that dies takes its participants along; the others stay. */
function removeRouter(state: SessionState, router: SessionRouter): void {
  for (const participant of state.participants.all())
    if (participant.sessionRouter === router) remove(state, participant);
  reconcile(state);
  if (state.routers.all().length > 0) return;
  state.speakers.close();
  state.ports.ended();
}

/** Takes somebody out of the session and closes everything of theirs. */
export function remove(state: SessionState, participant: Participant): void {
  markMove(state, participant, state.participants.remove(participant));
  closeParticipant(participant);
  participant.debug('a participant left', {});
  state.speakers.remove(participant);
  state.speech.update(participant, null);
  state.marks.isCodecDirty = true;
}

/** Asks the rules about somebody again, and marks those affected when the answer has changed. */
export function refresh(state: SessionState, participant: Participant): void {
  const placement = state.participants.place(participant);
  // In another session now, or in none.
  if (placement.outcome === 'gone') return void remove(state, participant);
  if (placement.outcome === 'changed') {
    state.marks.people.add(participant);
    markMove(state, participant, placement.before);
    markMove(state, participant, placement.standing);
    // A newcomer may play fewer codecs than the others.
    state.marks.isCodecDirty ||= placement.before === null;
  }
  if (enforceSendRights(participant, state.ports.logger)) markRoom(state, placement.room);
  state.speakers.update(participant, placement.room, isWhispering(placement.standing.reach));
  state.speech.update(participant, placement.room);
}

/** Reconciles the consumers of those who are marked; returns how many differed. To be called before the turn ends. */
export function reconcile(state: SessionState): number {
  const { participants, queries, routers, ports } = state;
  const { clock, logger, videoCodecs } = ports;
  state.screenAudio.clear();
  const { people, cameras, isCodecDirty } = takeMarks(state);
  const failed = (to: Participant) => {
    state.toRetry.add(to);
    expireSoon(state);
  };
  const changes = reconcileConsumers(people, queries, { routers, logger, now: clock.now, failed });
  if (changes > 0) logger.debug({ session: state.session, changes }, 'consumers were reconciled');
  sendMaxLayers(cameras, queries, clock.now());
  if (isCodecDirty) sendVideoCodec(participants.all(), videoCodecs);
  if (people.length + cameras.length > 0) expireSoon(state);
  return changes;
}

/** Looks for what has expired within a second, and again while anything can. */
export function expireSoon(state: SessionState): void {
  if (state.expiry === 'scheduled') return;
  state.expiry = 'scheduled';
  const { clock } = state.ports;
  clock.at(clock.now() + expiryInterval, () => {
    state.expiry = 'idle';
    if (expire(state)) expireSoon(state);
  });
}

/** Removes the disconnected, closes hidden videos, asks for key frames that have not come, lowers camera layers, retries what failed. True while more can expire. */
function expire(state: SessionState): boolean {
  const { marks, participants, ports, toRetry } = state;
  for (const participant of toRetry) marks.people.add(participant);
  toRetry.clear();
  const now = ports.clock.now();
  // Each is looked at, also when one of them was enough to look again.
  const pending = participants.all().map(participant => expireParticipant(state, participant, now));
  reconcile(state);
  return pending.includes(true) || participants.all().some(({ maxLayer }) => maxLayer.lessSince !== null);
}

function expireParticipant(state: SessionState, participant: Participant, now: number): boolean {
  const { disconnectedAt, maxLayer } = participant;
  if (disconnectedAt !== null && now - disconnectedAt > limits.heldTransports) {
    remove(state, participant);
    return false;
  }
  if (maxLayer.lessSince !== null) state.marks.cameras.add(participant);
  const isMissing = askForFirstFrames(participant, now, state.ports.logger);
  return closeHidden(participant, now) || isMissing || disconnectedAt !== null;
}
