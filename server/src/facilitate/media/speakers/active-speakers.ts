import type { PersonId, RoomId } from '@multaqa/shared/kernel/ids';
import { limits } from '@multaqa/shared/limits';
import type { Producer } from 'mediasoup/types';
import type { Participant } from '../session/participant.ts';
import type { SpeakerDetection, SpeakerObserver, SpeakerObserverEvents } from './speaker-detection.ts';
import type { SpeakerChange } from './speaker-detector.ts';
import {
  isPlenary,
  noSpeakers,
  putOnStandby,
  removeSpeaker,
  type SpeakerSelection,
  selectsSpeakers,
} from './speaker-selection.ts';

/** Who is forwarded to a room where not everybody is, and who speaks in which room. */
export type ActiveSpeakers = {
  /** Who is forwarded to a room; null where everybody is. */
  selectionOf(room: RoomId): SpeakerSelection | null;
  /** Begins to observe the audio level of a microphone that was opened. */
  observe(participant: Participant): void;
  /** Says where somebody is now; who whispers is heard by nobody there. To be called whenever that or the microphone may have changed; cheap when neither has. */
  update(participant: Participant, room: RoomId, isWhispering: boolean): void;
  /** Sends somebody the active speakers of their room. */
  sendTo(participant: Participant): void;
  remove(participant: Participant): void;
  close(): void;
};

/** What active speakers need, and what is called when something changes. */
export type ActiveSpeakerPorts = {
  detection: Pick<SpeakerDetection, 'observe'>;
  /** Those who speak in a room are others. */
  activeChanged(room: RoomId, people: readonly PersonId[]): void;
  /** The selection of a room is another. */
  selectionChanged(room: RoomId): void;
  /** The changes of one message of the detector thread have been applied; called outside of any other call. */
  changesApplied(): void;
  /** Somebody spoke in a room that measures speech. */
  spoke: SpeakerObserverEvents['spoke'];
};

/** `open`: people with an open microphone. `detected`: the selected speakers, by the detector thread. */
type Room = {
  here: Map<PersonId, Participant>;
  open: Set<PersonId>;
  detected: readonly PersonId[];
  /** Null while everybody is forwarded. */
  selection: SpeakerSelection | null;
  active: readonly PersonId[];
};
/** Where somebody is, with their microphone; `isOpen` is false while it is muted. */
type Microphone = {
  participant: Participant;
  room: RoomId;
  producer: Producer | null;
  isOpen: boolean;
  isMeasured: boolean;
};

type State = {
  rooms: Map<RoomId, Room>;
  microphones: Map<PersonId, Microphone>;
  activeChanged: ActiveSpeakerPorts['activeChanged'];
  selectionChanged: ActiveSpeakerPorts['selectionChanged'];
};

/** The active speakers of one media session. */
export function openActiveSpeakers({
  detection,
  activeChanged,
  selectionChanged,
  changesApplied,
  spoke,
}: ActiveSpeakerPorts): ActiveSpeakers {
  const state: State = { rooms: new Map(), microphones: new Map(), activeChanged, selectionChanged };
  const observer = detection.observe({
    changed(change) {
      apply(state, change);
      changesApplied();
    },
    spoke,
    stopped() {
      for (const [id, room] of state.rooms) setActive(state, id, room, []);
    },
  });
  return {
    selectionOf: id => state.rooms.get(id)?.selection ?? (isPlenary(id) ? noSpeakers : null),
    observe({ peer, producers, sessionRouter }) {
      const microphone = producers.get('microphone');
      if (microphone) observer.observe(peer.person, microphone, sessionRouter.router);
    },
    update: (participant, room, isWhispering) => update(state, observer, microphoneOf(participant, room, isWhispering)),
    sendTo: participant => sendActive(state, participant, state.microphones.get(participant.peer.person)?.room ?? ''),
    remove({ peer: { person } }) {
      const known = state.microphones.get(person);
      if (!known) return;
      state.microphones.delete(person);
      leave(state, known);
      observer.remove(person);
    },
    close: observer.close,
  };
}

/** A microphone that is muted stays on standby, so that it can be heard again at once. */
function microphoneOf(participant: Participant, room: RoomId, isWhispering: boolean): Microphone {
  const microphone = participant.producers.get('microphone');
  const producer = microphone && !microphone.closed ? microphone : null;
  const isOpen = producer !== null && !producer.paused && !participant.isForceMuted && !isWhispering;
  return { participant, room, producer, isOpen, isMeasured: participant.peer.measures(room) };
}

function update(state: State, observer: SpeakerObserver, now: Microphone): void {
  const { participant, room: id } = now;
  const { person } = participant.peer;
  const before = state.microphones.get(person);
  if (before && isSame(before, now)) return;
  const hasMoved = before?.room !== id;
  const lastSent = (before && state.rooms.get(before.room)?.active) ?? [];
  if (before && hasMoved) leave(state, before);
  state.microphones.set(person, now);
  const room = enter(state, now);
  if (now.producer || before?.producer) observer.setRoom(person, now.isOpen ? id : null, now.isMeasured);
  if (!now.producer) observer.remove(person);
  select(state, id, standbyAfter(room.selection ?? noSpeakers, now));
  if (hasMoved && !isEqual(lastSent, room.active)) sendActive(state, participant, id);
}

const isSame = (a: Microphone, b: Microphone): boolean =>
  a.room === b.room && a.producer === b.producer && a.isOpen === b.isOpen && a.isMeasured === b.isMeasured;

/** The selection after somebody has come, opened, muted or closed the microphone. */
function standbyAfter(selection: SpeakerSelection, { participant, producer, isOpen }: Microphone): SpeakerSelection {
  if (isOpen) return putOnStandby(selection, participant.peer.person);
  return producer ? selection : removeSpeaker(selection, participant.peer.person);
}

function enter(state: State, { participant, room: id, isOpen }: Microphone): Room {
  const { person } = participant.peer;
  const room = roomOf(state, id);
  room.here.set(person, participant);
  if (isOpen) room.open.add(person);
  else room.open.delete(person);
  return room;
}

function leave(state: State, { participant, room: id }: Microphone): void {
  const { person } = participant.peer;
  const room = roomOf(state, id);
  room.here.delete(person);
  room.open.delete(person);
  select(state, id, removeSpeaker(room.selection ?? noSpeakers, person));
  if (room.here.size > 0) return;
  state.rooms.delete(id);
}

function roomOf({ rooms }: State, id: RoomId): Room {
  const selection = isPlenary(id) ? noSpeakers : null;
  const known = rooms.get(id) ?? { here: new Map(), open: new Set(), detected: [], selection, active: [] };
  rooms.set(id, known);
  return known;
}

/** Up to three open microphones are all selected, so that nothing of them is lost; of more, those that the detector selects. */
function select(state: State, id: RoomId, { standby }: Pick<SpeakerSelection, 'standby'>): void {
  const room = roomOf(state, id);
  const { open, detected, selection } = room;
  if (!selectsSpeakers(id, open.size, selection !== null)) {
    selectNobody(state, id, room);
    return;
  }
  const selected = open.size <= limits.selectedSpeakers ? [...open] : detected.filter(person => open.has(person));
  if (selection && isEqual(selected, selection.selected) && isEqual(standby, selection.standby)) return;
  room.selection = { selected, standby };
  state.selectionChanged(id);
}

function selectNobody(state: State, id: RoomId, room: Room): void {
  if (!room.selection) return;
  room.selection = null;
  state.selectionChanged(id);
}

function apply(state: State, { room: id, selected, active }: SpeakerChange): void {
  const room = state.rooms.get(id);
  if (!room) return;
  if (selected) {
    const newlySelected = selected.filter(person => room.open.has(person) && !room.detected.includes(person));
    room.detected = selected;
    select(state, id, newlySelected.reduce(putOnStandby, { ...(room.selection ?? noSpeakers), selected }));
  }
  // Some may have left in the meantime.
  const stillHere = active?.filter(person => room.here.has(person));
  if (stillHere) setActive(state, id, room, stillHere);
}

function setActive(state: State, id: RoomId, room: Room, active: readonly PersonId[]): void {
  if (isEqual(active, room.active)) return;
  room.active = active;
  for (const { peer } of room.here.values()) peer.send('activeSpeakers', active);
  state.activeChanged(id, active);
}

const sendActive = ({ rooms }: State, { peer }: Participant, room: RoomId): void =>
  peer.send('activeSpeakers', rooms.get(room)?.active ?? []);

const isEqual = (a: readonly PersonId[], b: readonly PersonId[]): boolean =>
  a === b || (a.length === b.length && a.every((person, at) => person === b[at]));
