import type { RoomId } from '@multaqa/shared/kernel/ids';
import type { Participant } from './participant.ts';
import type { SessionState } from './session-state.ts';

/** The room that somebody was in when the rules were last asked; null for none. */
export const roomOf = ({ participants }: SessionState, participant: Participant): RoomId | null =>
  participants.audienceOf(participant)?.place?.room ?? null;

/** Marks everybody in a room: something else is sent there now. */
export function markRoom({ marks, updates }: SessionState, room: RoomId): void {
  marks.rooms.add(room);
  updates.sendSoon(room);
}

/** Marks the room of somebody who has begun or stopped to send something. */
export function markSender(state: SessionState, participant: Participant): void {
  const room = roomOf(state, participant);
  if (room !== null) markRoom(state, room);
  state.marks.cameras.add(participant);
}

/**
 * Marks a room that somebody comes to or leaves. All of it when they send anything; otherwise only its list of
 * participants has changed.
 */
export function markMove(state: SessionState, participant: Participant, room: RoomId | null): void {
  if (room === null) return;
  if (participant.producers.size > 0) markRoom(state, room);
  else state.updates.sendSoon(room);
  state.marks.cameras.add(participant);
  markShownCameras(state, participant);
}

/** Marks the cameras that somebody shows: another layer of them may be needed. */
export function markShownCameras({ marks, participants }: SessionState, { shownVideos }: Participant): void {
  for (const video of shownVideos.keys()) {
    const shown = participants.find(video.split(' ')[0] ?? '');
    if (shown) marks.cameras.add(shown);
  }
}

/** What was marked since the last call; afterwards nothing is. */
export function takeMarks({ marks, participants }: SessionState): {
  people: Participant[];
  cameras: Participant[];
  isCodecDirty: boolean;
} {
  for (const room of marks.rooms) for (const participant of participants.inRoom(room)) marks.people.add(participant);
  const { isCodecDirty } = marks;
  const people = [...marks.people].filter(({ status }) => status === 'open');
  const cameras = [...marks.cameras];
  for (const marked of [marks.rooms, marks.people, marks.cameras]) marked.clear();
  marks.isCodecDirty = false;
  return { people, cameras, isCodecDirty };
}
