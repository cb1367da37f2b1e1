import type { Reach } from '@multaqa/shared/dialogue';
import { isHost } from '@multaqa/shared/kernel/context';
import { type Role, roles } from '@multaqa/shared/kernel/messages';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { breakout, lobby, newPeer, plenary } from '../media.samples.ts';
import { canReceive, canSend, wayOf } from './can-receive.ts';
import { type Standing, standingOf } from './standing.ts';

const rooms = [null, lobby, plenary, breakout];
const standing = (person: string, room: string | null, role: Role, reach: Partial<Reach> = {}) => {
  const peer = newPeer(person, room, role);
  peer.reachOut(reach);
  return standingOf(peer);
};
const everybody = [...rooms.flatMap(room => roles.map(role => standing('Ada', room, role))), null];

const anyReach = fc.record<Reach>({
  listens: fc.constantFrom(null, lobby, plenary, breakout),
  addresses: fc.oneof(
    fc.constant(null),
    fc.record({ to: fc.constant('rooms' as const), rooms: fc.subarray([lobby, plenary, breakout]) }),
    fc.record({ to: fc.constant('person' as const), person: fc.constantFrom('Ada', 'Ben', 'Cleo') }),
  ),
});
const anyStanding = (person: string) =>
  fc
    .record({ room: fc.constantFrom(...rooms), role: fc.constantFrom(...roles), reach: anyReach })
    .map(({ room, role, reach }) => standing(person, room, role, reach));
const roomOf = (of: Standing | null) => of?.audience.place?.room;

describe('who may receive from another', () => {
  it('people in one room receive each other', () => {
    const [ada, ben] = [standing('Ada', breakout, 'participant'), standing('Ben', breakout, 'facilitator')];
    expect(canReceive(ada, ben, 'camera')).toBe(true);
    expect(canReceive(ben, ada, 'microphone')).toBe(true);
  });

  it('nobody receives another room, a lobby, or somebody in no room', () => {
    for (const from of everybody) {
      for (const to of everybody) {
        const isOneRoom = roomOf(from) !== undefined && roomOf(from) === roomOf(to) && roomOf(from) !== lobby;
        expect(canReceive(from, to, 'microphone')).toBe(isOneRoom && from?.audience.role !== 'observer');
      }
    }
  });

  it('an observer receives and may not send', () => {
    const [dina, ada] = [standing('Dina', plenary, 'observer'), standing('Ada', plenary, 'participant')];
    expect(canReceive(ada, dina, 'microphone')).toBe(true);
    expect(canReceive(dina, ada, 'microphone')).toBe(false);
    expect(dina && canSend(dina.audience)).toBe(false);
  });

  it('a host who listens to a room hears its microphones alone, and is not heard there', () => {
    const ada = standing('Ada', plenary, 'facilitator', { listens: breakout });
    const ben = standing('Ben', breakout, 'participant');
    expect(wayOf(ben, ada, 'microphone')).toBe('listening');
    expect([canReceive(ben, ada, 'camera'), canReceive(ben, ada, 'screen-audio')]).toEqual([false, false]);
    expect(canReceive(ada, ben, 'microphone')).toBe(false);
  });

  it('a host who speaks to rooms is heard there besides their own; one who whispers by one person alone', () => {
    const [ben, cleo] = [standing('Ben', breakout, 'participant'), standing('Cleo', plenary, 'participant')];
    const speaking = standing('Ada', plenary, 'organiser', { addresses: { to: 'rooms', rooms: [breakout] } });
    expect([wayOf(speaking, ben, 'microphone'), wayOf(speaking, cleo, 'microphone')]).toEqual(['address', 'room']);
    const whispering = standing('Ada', plenary, 'organiser', { addresses: { to: 'person', person: 'Ben' } });
    expect([wayOf(whispering, ben, 'microphone'), wayOf(whispering, cleo, 'microphone')]).toEqual(['whisper', null]);
    expect(wayOf(whispering, cleo, 'camera')).toBe('room');
  });

  it('whatever people listen to and speak to: nothing comes from or to a lobby, only hosts reach beyond their room, and only by microphone', () => {
    const anySource = fc.constantFrom('microphone', 'camera', 'screen', 'screen-audio');
    fc.assert(
      fc.property(anyStanding('Ada'), anyStanding('Ben'), anySource, (from, to, source) => {
        const way = wayOf(from, to, source);
        if (!from || !to || way === null) return;
        expect([roomOf(from), roomOf(to)]).not.toContain(lobby);
        expect([roomOf(from), roomOf(to)]).not.toContain(undefined);
        expect(from.audience.role).not.toBe('observer');
        expect(roomOf(from) === roomOf(to) || way !== 'room').toBe(true);
        if (way === 'room') return;
        expect(source).toBe('microphone');
        const { reach, audience } = way === 'listening' ? to : from;
        expect(isHost(audience.role)).toBe(true);
        if (way === 'listening') expect(reach.listens).toBe(roomOf(from));
        else expect(reach.addresses?.to).toBe(way === 'whisper' ? 'person' : 'rooms');
        expect(way === 'whisper').toBe(from.reach.addresses?.to === 'person');
      }),
      { numRuns: 2_000 },
    );
  });
});
