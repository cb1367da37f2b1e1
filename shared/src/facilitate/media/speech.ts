import type { PersonId, RoomId } from '../../kernel/ids.ts';
import { limits } from '../../limits.ts';

/** From when to when (ms since the epoch) somebody spoke; `to` is null while they do. */
export type Spoken = { from: number; to: number | null };

/** How somebody takes part with a device: by what, how the microphone is, and how the network is, which may be lost for a moment. */
export type SpeechDevice = {
  by: 'sound' | 'text';
  microphone: 'open' | 'muted' | 'none';
  network: 'good' | 'weak' | 'audio-only' | 'lost';
};

/** Somebody in a room. `device` is null while none of theirs takes part there; `heardAt`: when they were last heard there (ms since the epoch), null for never. */
export type PersonSpeech = { device: SpeechDevice | null; spoken: readonly Spoken[]; heardAt: number | null };

/** A room: its people, and since when nobody has spoken there (ms since the epoch); null while somebody does. */
export type RoomSpeech = {
  silentSince: number | null;
  people: { readonly [person: PersonId]: PersonSpeech };
};

/** Who speaks and has spoken in each room of a session in the last five minutes. Rooms in which nobody takes part are not in it. */
export type SpeechOverview = { readonly [room: RoomId]: RoomSpeech };

/** What changes the overview, at `at` ms since the epoch: who speaks in a room now, or how somebody takes part there (null: not any more). */
export type SpeechEvent = { at: number; room: RoomId } & (
  | { kind: 'speaking'; people: readonly PersonId[] }
  | { kind: 'device'; person: PersonId; device: SpeechDevice | null }
);

/** A pause so short (ms) is part of what somebody says. */
const breath = 1_000;

/** The overview after one more event; total, and at most `limits.speechIntervals` intervals for each person. */
export function evolveSpeech(overview: SpeechOverview, event: SpeechEvent): SpeechOverview {
  const { at, room } = event;
  const before = overview[room] ?? { silentSince: at, people: {} };
  const after = event.kind === 'speaking' ? whileSpeaking(before, event.people, at) : withDevice(before, event);
  const { [room]: _, ...others } = overview;
  return isOver(after, at) ? others : { ...others, [room]: after };
}

/** The people of a room who speak now. */
export const speakingIn = ({ people }: RoomSpeech): PersonId[] =>
  Object.entries(people).flatMap(([person, { spoken }]) => (spoken.at(-1)?.to === null ? [person] : []));

function whileSpeaking(room: RoomSpeech, speaking: readonly PersonId[], at: number): RoomSpeech {
  const named = [...new Set([...speakingIn(room), ...speaking])];
  const changed = named.map(person => {
    const known = room.people[person] ?? nobodyYet;
    return [person, speaking.includes(person) ? begun(known, at) : ended(known, at)] as const;
  });
  return withSilence(room, { ...room.people, ...Object.fromEntries(changed) }, at);
}

function withDevice(room: RoomSpeech, { at, person, device }: Extract<SpeechEvent, { kind: 'device' }>): RoomSpeech {
  const known = room.people[person] ?? nobodyYet;
  const next = { ...(device === null ? ended(known, at) : known), device };
  const { [person]: _, ...others } = room.people;
  // Whoever has gone is remembered for as long as the strip shows what they said.
  const isForgotten = device === null && recent(next.spoken, at).length === 0 && next.heardAt === null;
  return withSilence(room, isForgotten ? others : { ...others, [person]: next }, at);
}

/** Silence begins when the last voice ends, and ends with the next. */
function withSilence(room: RoomSpeech, people: RoomSpeech['people'], at: number): RoomSpeech {
  const silentSince = speakingIn({ ...room, people }).length > 0 ? null : (room.silentSince ?? at);
  return { silentSince, people };
}

const nobodyYet: PersonSpeech = { device: null, spoken: [], heardAt: null };

function begun(person: PersonSpeech, at: number): PersonSpeech {
  const spoken = recent(person.spoken, at);
  const last = spoken.at(-1);
  if (last?.to === null) return person;
  const goesOn = last && at - last.to <= breath;
  const next: Spoken[] = goesOn
    ? [...spoken.slice(0, -1), { from: last.from, to: null }]
    : [...spoken, { from: at, to: null }];
  return { ...person, spoken: next.slice(-limits.speechIntervals), heardAt: at };
}

function ended(person: PersonSpeech, at: number): PersonSpeech {
  const last = person.spoken.at(-1);
  if (!last || last.to !== null) return person;
  const spoken = recent([...person.spoken.slice(0, -1), { from: last.from, to: Math.max(at, last.from) }], at);
  return { ...person, spoken, heardAt: at };
}

/** What lies within the window of the overview. */
const recent = (spoken: readonly Spoken[], at: number): readonly Spoken[] =>
  spoken.filter(({ to }) => to === null || to > at - limits.speechWindow);

/** True for a room in which nobody takes part and nothing was said lately. */
const isOver = ({ people }: RoomSpeech, at: number): boolean =>
  Object.values(people).every(({ device, spoken }) => device === null && recent(spoken, at).length === 0);
