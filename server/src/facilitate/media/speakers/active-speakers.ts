import type { PersonId, RoomId } from '@multaqa/shared/kernel/ids';
import { limits } from '@multaqa/shared/limits';
import type { Producer } from 'mediasoup/types';
import type { Participant } from '../session/participant.ts';
import type { SpeakerDetection } from './speaker-detection.ts';
import type { SpeakerChange } from './speaker-detector.ts';
import {
  noSpeakers,
  putOnStandby,
  removeSpeaker,
  type SpeakerSelection,
  selectsSpeakers,
} from './speaker-selection.ts';

/** Who is forwarded to which plenary, and who speaks in which room. */
export type ActiveSpeakers = {
  /** By plenary; in all other rooms everybody is forwarded. */
  selections: ReadonlyMap<RoomId, SpeakerSelection>;
  /** Begins to observe the audio level of a microphone that was opened. */
  observe(participant: Participant): void;
  /** Says where somebody is now. To be called whenever that or the microphone may have changed; cheap when neither has. */
  update(participant: Participant, room: RoomId): void;
  /** Sends somebody the active speakers of their room. */
  sendTo(participant: Participant): void;
  remove(participant: Participant): void;
  close(): void;
};

/** What active speakers need, and whom they tell. */
export type ActiveSpeakerPorts = {
  detection: Pick<SpeakerDetection, 'observe'>;
  /** The selection of a plenary is another. */
  selectionChanged(room: RoomId): void;
  /** The changes of one message of the detector thread have been applied; called outside of any other call. */
  changesApplied(): void;
};

/** `open`: people with an open microphone. `detected`: the selected speakers, by the detector thread. */
type Room = {
  here: Map<PersonId, Participant>;
  open: Set<PersonId>;
  detected: readonly PersonId[];
  selection: SpeakerSelection;
  active: readonly PersonId[];
};
type Microphone = { participant: Participant; room: RoomId; microphone: Producer | null; isOpen: boolean };

/** The active speakers of one media session. */
export function openActiveSpeakers({
  detection,
  selectionChanged,
  changesApplied,
}: ActiveSpeakerPorts): ActiveSpeakers {
  const rooms = new Map<RoomId, Room>();
  const selections = new Map<RoomId, SpeakerSelection>();
  const microphones = new Map<PersonId, Microphone>();
  const observer = detection.observe({
    changed(change) {
      apply(change);
      changesApplied();
    },
    stopped() {
      for (const room of rooms.values()) setActive(room, []);
    },
  });

  function roomOf(room: RoomId): Room {
    const known = rooms.get(room) ?? {
      here: new Map(),
      open: new Set(),
      detected: [],
      selection: noSpeakers,
      active: [],
    };
    rooms.set(room, known);
    return known;
  }

  /** Up to three open microphones are all selected, so that nothing of them is lost; of more, those that the detector selects. */
  function select(id: RoomId, room: Room, { standby }: Pick<SpeakerSelection, 'standby'>): void {
    if (!selectsSpeakers(id)) return;
    const { open, detected, selection } = room;
    const selected = open.size <= limits.selectedSpeakers ? [...open] : detected.filter(person => open.has(person));
    const isSame = isEqual(selected, selection.selected) && isEqual(standby, selection.standby);
    if (isSame) return;
    room.selection = { selected, standby };
    selections.set(id, room.selection);
    selectionChanged(id);
  }

  function apply({ room: id, selected, active }: SpeakerChange): void {
    const room = rooms.get(id);
    if (!room) return;
    if (selected) {
      const newlySelected = selected.filter(person => room.open.has(person) && !room.detected.includes(person));
      room.detected = selected;
      select(id, room, newlySelected.reduce(putOnStandby, { ...room.selection, selected }));
    }
    // Some may have left in the meantime.
    if (active)
      setActive(
        room,
        active.filter(person => room.here.has(person)),
      );
  }

  function setActive(room: Room, active: readonly PersonId[]): void {
    if (isEqual(active, room.active)) return;
    room.active = active;
    for (const { peer } of room.here.values()) peer.send('activeSpeakers', active);
  }

  function leave({ participant, room: id }: Microphone): void {
    const { person } = participant.peer;
    const room = roomOf(id);
    room.here.delete(person);
    room.open.delete(person);
    select(id, room, removeSpeaker(room.selection, person));
    if (room.here.size > 0) return;
    rooms.delete(id);
    selections.delete(id);
  }

  const sendActive = ({ peer }: Participant, room: RoomId) =>
    peer.send('activeSpeakers', rooms.get(room)?.active ?? []);

  return {
    selections,
    observe({ peer, producers, sessionRouter }) {
      const microphone = producers.get('microphone');
      if (microphone) observer.observe(peer.person, microphone, sessionRouter.router);
    },
    update(participant, id) {
      const { person } = participant.peer;
      const before = microphones.get(person);
      const now = microphoneOf(participant, id);
      const hasMoved = before?.room !== id;
      if (before && !hasMoved && before.microphone === now.microphone && before.isOpen === now.isOpen) return;
      const lastSent: readonly PersonId[] = (before && rooms.get(before.room)?.active) ?? [];
      if (before && hasMoved) leave(before);
      microphones.set(person, now);
      const room = roomOf(id);
      room.here.set(person, participant);
      if (now.isOpen) room.open.add(person);
      else room.open.delete(person);
      if (now.microphone || before?.microphone) observer.setRoom(person, now.isOpen ? id : null);
      if (!now.microphone) observer.remove(person);
      const { selection } = room;
      select(
        id,
        room,
        now.isOpen ? putOnStandby(selection, person) : now.microphone ? selection : removeSpeaker(selection, person),
      );
      if (hasMoved && !isEqual(lastSent, room.active)) sendActive(participant, id);
    },
    sendTo: participant => sendActive(participant, microphones.get(participant.peer.person)?.room ?? ''),
    remove({ peer: { person } }) {
      const known = microphones.get(person);
      if (!known) return;
      microphones.delete(person);
      leave(known);
      observer.remove(person);
    },
    close: observer.close,
  };
}

/** A microphone that is muted stays on standby, so that it can be heard again at once. */
function microphoneOf(participant: Participant, room: RoomId): Microphone {
  const microphone = participant.producers.get('microphone') ?? null;
  const isThere = microphone !== null && !microphone.closed;
  return {
    participant,
    room,
    microphone: isThere ? microphone : null,
    isOpen: isThere && !microphone.paused && !participant.isForceMuted,
  };
}

const isEqual = (a: readonly PersonId[], b: readonly PersonId[]): boolean =>
  a === b || (a.length === b.length && a.every((person, at) => person === b[at]));
