import { limits } from '@multaqa/shared/limits';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type News, openListening } from './listening.ts';
import { breakout, plenary, soundPacket } from './media.samples.ts';

const people = ['Ada', 'Ben', 'Cleo', 'Dina', 'Guest 5'];
const port = 40_000;
const ssrcOf = (person: string) => people.indexOf(person) + 1;
const source = (person: string) =>
  ({ kind: 'source', stage: 1, person, port, ssrc: ssrcOf(person), extension: 10 }) as const;
const place = (person: string, room: string | null) => ({ kind: 'place', stage: 1, person, room }) as const;

/** A report about a stream (RTCP), of the same length as its sound. */
function report(ssrc: number): Buffer {
  const packet = soundPacket(ssrc, 1, 20);
  packet.writeUInt8(200, 1);
  return packet;
}

describe('the thread that listens', () => {
  it('what no known microphone sends counts for nothing: other ports, other streams, reports, pieces', () => {
    const listening = openListening();
    for (const word of [source('Ada'), place('Ada', plenary)]) listening.take(word);
    listening.packet(port + 1, soundPacket(1, 1, 20), 0);
    listening.packet(port, soundPacket(77, 1, 20), 0);
    listening.packet(port, report(1), 0);
    for (let size = 0; size < 12; size += 1) listening.packet(port, soundPacket(1, 1, 20).subarray(0, size), 0);
    expect(listening.turns()).toEqual([]);
    listening.packet(port, soundPacket(1, 1, 20), 0);
    expect(listening.turns()).toEqual([{ stage: 1, room: plenary, heard: ['Ada'], speaking: null }]);
  });

  it('whatever happens, three of those who are there are heard at most, speakers are there too, and nothing is told twice', () => {
    const anyAct = fc.record({
      person: fc.constantFrom(...people),
      act: fc.constantFrom('speak', 'speak', 'speak', 'speak', 'hum', 'move', 'close', 'open', 'look'),
      room: fc.constantFrom(plenary, plenary, breakout, null),
      pause: fc.integer({ min: 0, max: 300 }),
    });
    fc.assert(
      fc.property(fc.array(anyAct, { maxLength: 150 }), acts => {
        const listening = openListening();
        const rooms = new Map<string, string | null>();
        const last = new Map<string, string>();
        let now = 0;
        const check = (told: readonly News[]) => {
          for (const { room, heard, speaking } of told) {
            for (const person of [...(heard ?? []), ...(speaking ?? [])]) expect(rooms.get(person)).toBe(room);
            expect((heard ?? []).length).toBeLessThanOrEqual(limits.voicesHeard);
            if (heard) expect(room).toBe(plenary);
            if (speaking) expect(speaking.join()).not.toBe(last.get(room) ?? '');
            if (speaking) last.set(room, speaking.join());
          }
        };
        for (const { person, act, room, pause } of acts) {
          now += pause;
          if (act === 'open') listening.take(source(person));
          if (act === 'move') listening.take(place(person, room));
          if (act === 'move') rooms.set(person, room);
          if (act === 'close') listening.take({ kind: 'gone', stage: 1, person });
          if (act === 'close') rooms.delete(person);
          if (act === 'speak' || act === 'hum')
            listening.packet(port, soundPacket(ssrcOf(person), 1, act === 'hum' ? 70 : 20), now);
          if (act === 'look') check(listening.speaking(now).news);
          check(listening.turns());
        }
        // A long silence ends everything, and then there is nothing to do any more.
        const { news, goesOn } = listening.speaking(now + 10_000);
        check(news);
        expect(goesOn).toBe(false);
        expect([...last.values()].filter(Boolean)).toEqual([]);
      }),
    );
  });

  it('only a plenary with more open microphones than places is contested', () => {
    const listening = openListening();
    for (const person of people) listening.take(place(person, breakout));
    expect(listening.isContested()).toBe(false);
    for (const person of people.slice(0, limits.voicesHeard)) listening.take(place(person, plenary));
    expect(listening.isContested()).toBe(false);
    listening.take(place('Dina', plenary));
    expect(listening.isContested()).toBe(true);
    listening.take(place('Ada', null));
    expect(listening.isContested()).toBe(false);
  });
});
