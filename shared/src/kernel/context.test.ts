import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Audience, audienceKey, isHost, roomsOf } from './context.ts';
import { Id, isLobby, lobbyOf, plenaryOf, RoomId, sessionOf } from './ids.ts';
import { sampleIds, sampleSessions } from './messages.samples.ts';
import { higherRole, roles, roomRoles } from './messages.ts';

const session = fc.constantFrom(...sampleSessions);
const room = fc.oneof(
  session.map(lobbyOf),
  session.map(plenaryOf),
  session.map(id => `${id}/${sampleIds[6]}`),
);
const audience: fc.Arbitrary<Audience> = fc.record({
  role: fc.constantFrom(...roles),
  place: fc.option(room.map(one => ({ session: sessionOf(one), room: one }))),
  watches: fc.uniqueArray(room, { maxLength: 3 }).map(rooms => rooms.sort()),
});

describe('audiences', () => {
  test('have the same key when and only when they are the same', () => {
    fc.assert(
      fc.property(audience, audience, (a, b) => {
        const same =
          JSON.stringify([a.role, a.place?.room, a.watches]) === JSON.stringify([b.role, b.place?.room, b.watches]);
        expect(audienceKey(a) === audienceKey(b)).toBe(same);
      }),
      { numRuns: 1_000 },
    );
  });

  test('see into their own room first, and into those they watch', () => {
    fc.assert(
      fc.property(audience, one => {
        const rooms = roomsOf(one);
        expect(rooms.slice(one.place ? 1 : 0)).toEqual(one.watches);
        if (one.place) expect(rooms[0]).toBe(one.place.room);
      }),
    );
  });
});

describe('rooms and ids', () => {
  test('a room leads back to its session, and is of the form that commands accept', () => {
    fc.assert(
      fc.property(session, room, (id, one) => {
        expect([sessionOf(lobbyOf(id)), sessionOf(plenaryOf(id))]).toEqual([id, id]);
        expect(RoomId.safeParse(one).success).toBe(true);
        expect(isLobby(one)).toBe(one.endsWith('/lobby'));
      }),
    );
  });

  test('no id is the name of a property that every object has', () => {
    for (const name of ['__proto__', 'constructor', 'toString', 'hasOwnProperty', '']) {
      expect(Id.safeParse(name).success).toBe(false);
      expect(RoomId.safeParse(name).success).toBe(false);
    }
  });

  test('nothing but a whole id is one: no case, no space, no line after it', () => {
    const [id = ''] = sampleIds;
    const upper = 'ABCDEF00-0000-4000-8000-000000000000';
    for (const wrong of [upper, ` ${id}`, `${id}\n`, id.slice(1), `${id}0`])
      expect(Id.safeParse(wrong).success).toBe(false);
  });
});

describe('roles', () => {
  test('the higher of two is one of them, whichever comes first, and no lower than either', () => {
    for (const a of roles)
      for (const b of roles) {
        const higher = higherRole(a, b);
        expect([a, b]).toContain(higher);
        expect(higherRole(b, a)).toBe(higher);
        expect(roles.indexOf(higher)).toBe(Math.min(roles.indexOf(a), roles.indexOf(b)));
      }
    for (const role of roles) expect(higherRole(role, undefined)).toBe(role);
  });

  test('hosts are organisers and facilitators, nobody else', () => {
    expect(roles.filter(isHost)).toEqual(['organiser', 'facilitator']);
    expect(isHost(null)).toBe(false);
    expect(roomRoles.every(role => roles.includes(role))).toBe(true);
  });
});
