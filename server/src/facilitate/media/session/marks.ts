import type { RoomId } from '@multaqa/shared/kernel/ids';
import type { Participant } from './participant.ts';
import type { SessionState } from './session-state.ts';
import type { Standing } from './standing.ts';

/** The room that somebody was in when the rules were last asked; null for none. */
export const roomOf = ({ participants }: SessionState, participant: Participant): RoomId | null =>
  participants.standingOf(participant)?.audience.place?.room ?? null;

/** Marks everybody in a room, and who listens to it from another: something else is sent there now. */
export function markRoom({ marks, updates }: SessionState, room: RoomId): void {
  marks.rooms.add(room);
  updates.sendSoon(room);
}

/** Marks all who may hear somebody who has begun or stopped to send something. */
export function markSender(state: SessionState, participant: Participant): void {
  const standing = state.participants.standingOf(participant);
  if (standing) {
    const room = standing.audience.place?.room;
    if (room !== undefined) markRoom(state, room);
    markAddressed(state, standing);
  }
  state.marks.cameras.add(participant);
}

/**
 * Marks where somebody comes to or leaves: the room, and whom they speak to from there. All of the room when they send anything; otherwise only
 * its list of participants has changed.
 */
export function markMove(state: SessionState, participant: Participant, standing: Standing | null): void {
  const room = standing?.audience.place?.room;
  if (!standing || room === undefined) return;
  if (participant.producers.size > 0) markRoom(state, room);
  else state.updates.sendSoon(room);
  markAddressed(state, standing);
  state.marks.cameras.add(participant);
  markShownCameras(state, participant);
}

/** Marks those to whom somebody speaks outside of their own room. */
function markAddressed({ marks, participants }: SessionState, { reach: { addresses } }: Standing): void {
  if (addresses?.to === 'rooms') for (const room of addresses.rooms) marks.rooms.add(room);
  const person = addresses?.to === 'person' ? participants.find(addresses.person) : null;
  if (person) marks.people.add(person);
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
  for (const room of marks.rooms)
    for (const hears of [participants.inRoom(room), participants.listeningTo(room)])
      for (const participant of hears) marks.people.add(participant);
  const { isCodecDirty } = marks;
  const people = [...marks.people].filter(({ status }) => status === 'open');
  const cameras = [...marks.cameras];
  for (const marked of [marks.rooms, marks.people, marks.cameras]) marked.clear();
  marks.isCodecDirty = false;
  return { people, cameras, isCodecDirty };
}
