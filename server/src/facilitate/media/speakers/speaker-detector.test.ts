import { limits } from '@multaqa/shared/limits';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { breakout, plenary, soundPacket } from '../media.samples.ts';
import { openSpeakerDetector, type SpeakerChange, type SpeakerDetector } from './speaker-detector.ts';

const people = ['Ada', 'Ben', 'Cleo', 'Dina', 'Person 5'];
const port = 40_000;
const ssrcOf = (person: string) => people.indexOf(person) + 1;
const source = (person: string) =>
  ({ kind: 'source', session: 1, person, port, ssrc: ssrcOf(person), extension: 10 }) as const;
const roomOf = (person: string, room: string | null) =>
  ({ kind: 'room', session: 1, person, room, isMeasured: true }) as const;

/** An RTCP packet, as long as an audio packet. */
function rtcp(ssrc: number): Buffer {
  const packet = soundPacket(ssrc, 1, 20);
  packet.writeUInt8(200, 1);
  return packet;
}

/** A detector at an instant (ms), the room of each open microphone, and the active speakers last reported by room. */
type Observed = {
  detector: SpeakerDetector;
  rooms: Map<string, string | null>;
  active: Map<string, string>;
  now: number;
};
type Act = (observed: Observed, person: string, room: string | null) => void;

const acts = {
  open: ({ detector }, person) => detector.apply(source(person)),
  move({ detector, rooms }, person, room) {
    detector.apply(roomOf(person, room));
    rooms.set(person, room);
  },
  close({ detector, rooms }, person) {
    detector.apply({ kind: 'removed', session: 1, person });
    rooms.delete(person);
  },
  speak: ({ detector, now }, person) => detector.packet(port, soundPacket(ssrcOf(person), 1, 20), now),
  hum: ({ detector, now }, person) => detector.packet(port, soundPacket(ssrcOf(person), 1, 70), now),
  report: observed => checkReported(observed, observed.detector.activeSpeakers(observed.now).changes),
} satisfies Record<string, Act>;

function checkReported({ rooms, active: last }: Observed, reported: readonly SpeakerChange[]): void {
  for (const { room, selected, active } of reported) {
    for (const person of [...(selected ?? []), ...(active ?? [])]) expect(rooms.get(person)).toBe(room);
    expect((selected ?? []).length).toBeLessThanOrEqual(limits.selectedSpeakers);
    if (selected) expect(room).toBe(plenary);
    if (!active) continue;
    expect(active.join()).not.toBe(last.get(room) ?? '');
    last.set(room, active.join());
  }
}

describe('the speaker detector', () => {
  it('packets of no known microphone count for nothing: other ports, other SSRCs, RTCP, fragments', () => {
    const detector = openSpeakerDetector();
    for (const input of [source('Ada'), roomOf('Ada', plenary)]) detector.apply(input);
    detector.packet(port + 1, soundPacket(1, 1, 20), 0);
    detector.packet(port, soundPacket(77, 1, 20), 0);
    detector.packet(port, rtcp(1), 0);
    for (let size = 0; size < 12; size += 1) detector.packet(port, soundPacket(1, 1, 20).subarray(0, size), 0);
    expect(detector.selections()).toEqual([]);
    detector.packet(port, soundPacket(1, 1, 20), 0);
    expect(detector.selections()).toEqual([{ session: 1, room: plenary, selected: ['Ada'], active: null }]);
  });

  it('whatever happens, at most three are selected, everybody reported is in the room, and nothing is reported twice', () => {
    const anyAct = fc.record({
      person: fc.constantFrom(...people),
      act: fc.constantFrom('speak', 'speak', 'speak', ...(Object.keys(acts) as (keyof typeof acts)[])),
      room: fc.constantFrom(plenary, plenary, breakout, null),
      pause: fc.integer({ min: 0, max: 300 }),
    });
    fc.assert(
      fc.property(fc.array(anyAct, { maxLength: 150 }), sequence => {
        const observed: Observed = { detector: openSpeakerDetector(), rooms: new Map(), active: new Map(), now: 0 };
        const { detector } = observed;
        for (const { person, act, room, pause } of sequence) {
          observed.now += pause;
          acts[act](observed, person, room);
          checkReported(observed, detector.selections());
        }
        // After a long silence nobody is active and nothing is pending.
        const { changes, isPending } = detector.activeSpeakers(observed.now + 10_000);
        checkReported(observed, changes);
        expect(isPending).toBe(false);
        expect([...observed.active.values()].filter(Boolean)).toEqual([]);
      }),
    );
  });

  it('a plenary is contested only when it has more open microphones than may be selected', () => {
    const detector = openSpeakerDetector();
    for (const person of people) detector.apply(roomOf(person, breakout));
    expect(detector.isContested()).toBe(false);
    for (const person of people.slice(0, limits.selectedSpeakers)) detector.apply(roomOf(person, plenary));
    expect(detector.isContested()).toBe(false);
    detector.apply(roomOf('Dina', plenary));
    expect(detector.isContested()).toBe(true);
    detector.apply(roomOf('Ada', null));
    expect(detector.isContested()).toBe(false);
  });
});
