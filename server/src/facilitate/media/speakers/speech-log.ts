import {
  evolveSpeech,
  type SpeechDevice,
  type SpeechEvent,
  type SpeechOverview,
} from '@multaqa/shared/facilitate/media/speech';
import { isHost } from '@multaqa/shared/kernel/context';
import type { PersonId, RoomId } from '@multaqa/shared/kernel/ids';
import { limits } from '@multaqa/shared/limits';
import type { Clock } from '../../../platform/clock.ts';
import type { Participant } from '../session/participant.ts';

/** Who speaks and has spoken in each room of a session, for the hosts who ask for it. */
export type SpeechLog = {
  /** The active speakers of a room are others. */
  speaking(room: RoomId, people: readonly PersonId[]): void;
  /** Says where somebody is and how they take part there; null for nowhere. Cheap when neither has changed. */
  update(participant: Participant, room: RoomId | null): void;
  /** Begins or ends to tell a host; false for anybody else. */
  follow(participant: Participant, on: boolean): boolean;
  /** Tells a follower all of it again, over another connection. */
  resend(participant: Participant): void;
};

type State = {
  clock: Clock;
  overview: SpeechOverview;
  /** What the followers are still to be told. */
  pending: SpeechEvent[];
  followers: Set<Participant>;
  isDue: boolean;
  /** Where each device is, and how it takes part, as the overview knows it. */
  known: Map<Participant, { room: RoomId; device: SpeechDevice }>;
};

/** The speech log of one session. It costs what changes, keeps five minutes, and sends nothing while nothing changes. */
export function openSpeechLog(clock: Clock): SpeechLog {
  const state: State = { clock, overview: {}, pending: [], followers: new Set(), isDue: false, known: new Map() };
  return {
    speaking: (room, people) => happen(state, { kind: 'speaking', at: clock.now(), room, people }),
    update: (participant, room) => update(state, participant, room),
    follow(participant, on) {
      state.followers.delete(participant);
      if (!on) return true;
      if (!maySee(participant)) return false;
      sendAll(state, participant);
      return true;
    },
    resend(participant) {
      if (state.followers.has(participant)) sendAll(state, participant);
    },
  };
}

/** Only hosts see into all rooms; asked again with every message. */
const maySee = ({ peer, status }: Participant): boolean =>
  status === 'open' && isHost(peer.audience()?.role ?? null) && peer.audience()?.place !== null;

function happen(state: State, event: SpeechEvent): void {
  state.overview = evolveSpeech(state.overview, event);
  if (state.followers.size === 0) return;
  state.pending.push(event);
  if (state.isDue) return;
  state.isDue = true;
  state.clock.at(state.clock.now() + limits.speechPause, () => {
    state.isDue = false;
    tellPending(state);
  });
}

function tellPending({ followers, pending }: State): void {
  const events = pending.splice(0);
  if (events.length === 0) return;
  for (const follower of followers) {
    if (maySee(follower)) follower.peer.send('speech', { all: null, events });
    else followers.delete(follower);
  }
}

/** Tells one follower all of it. The others are told first what is pending, since it is part of all. */
function sendAll(state: State, participant: Participant): void {
  tellPending(state);
  state.followers.add(participant);
  participant.peer.send('speech', { all: state.overview, events: [] });
}

function update(state: State, participant: Participant, room: RoomId | null): void {
  const { known, clock } = state;
  const before = known.get(participant);
  const device = deviceOf(participant);
  if (before && before.room === room && isSame(before.device, device)) return;
  const { person } = participant.peer;
  const at = clock.now();
  if (before && before.room !== room) happen(state, { kind: 'device', at, room: before.room, person, device: null });
  if (room === null) {
    known.delete(participant);
    state.followers.delete(participant);
    return;
  }
  known.set(participant, { room, device });
  happen(state, { kind: 'device', at, room, person, device });
}

function deviceOf({ by, producers, isForceMuted, network, disconnectedAt }: Participant): SpeechDevice {
  const microphone = producers.get('microphone');
  const isThere = microphone !== undefined && !microphone.closed;
  return {
    by,
    microphone: isThere ? (microphone.paused || isForceMuted ? 'muted' : 'open') : 'none',
    network: disconnectedAt === null ? network : 'lost',
  };
}

const isSame = (a: SpeechDevice, b: SpeechDevice): boolean =>
  a.by === b.by && a.microphone === b.microphone && a.network === b.network;
