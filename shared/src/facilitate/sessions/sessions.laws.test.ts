import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { beginning, commandsOf, type Play, passTime, play, playRandom, type Sent } from '../../dialogue.samples.ts';
import { dialogueRules as rules } from '../../dialogue.ts';
import type { State } from '../../kernel/composition.ts';
import { isHost } from '../../kernel/context.ts';
import { isLobby, lobbyOf, plenaryOf } from '../../kernel/ids.ts';
import { ada, ben, cleo, sampleIds, sampleSessions } from '../../kernel/messages.samples.ts';
import type { People } from '../../people/people.state.ts';
import { active } from '../../people/people.state.ts';
import {
  isOpenRoom,
  openSessions,
  peopleIn,
  placeOf,
  reopenable,
  type Session,
  type Sessions,
  watchesOf,
} from './sessions.state.ts';

const sessionsOf = (state: State) => state.sessions as Sessions;
const roleOf = (state: State, person: string) =>
  active(state.people as People).find(one => one.person === person)?.role ?? null;

/** Runs a law over what histories lead to, and over each step of them: one command, and the time before it. */
function always(holds: (state: State) => void): void {
  steps((_, after) => holds(after.state));
}

function steps(holds: (before: Play, after: Play, sent: Sent) => void): void {
  fc.assert(
    fc.property(commandsOf(rules, 45, 'sessions'), sent => {
      let before = playRandom(rules, []);
      for (const one of sent) {
        before = passTime(rules, one.at, before);
        const after = playRandom(rules, [one], before);
        holds(before, after, one);
        before = after;
      }
    }),
    { numRuns: 60 },
  );
}

const ways: Record<Session['status'], readonly Session['status'][]> = {
  planned: ['planned', 'cancelled', 'open'],
  cancelled: ['cancelled', 'planned'],
  open: ['open', 'closed'],
  closed: ['closed', 'open'],
};

describe('whatever is sent', () => {
  test('[M1] [M19] a session goes from planned to open to closed, may be cancelled before and reopened afterwards, and no other way', () => {
    steps((before, after) => {
      for (const [id, { status }] of Object.entries(sessionsOf(before.state)))
        expect(ways[status]).toContain(sessionsOf(after.state)[id]?.status);
      for (const [id, { status }] of Object.entries(sessionsOf(after.state)))
        if (!sessionsOf(before.state)[id]) expect(status).toBe('planned');
    });
  });

  test('[M2] at most one session is open', () => {
    always(state => expect(openSessions(sessionsOf(state)).length).toBeLessThanOrEqual(1));
  });

  test('[M3] a person sits in one room of the open session, and the rooms know the same', () => {
    always(state => {
      const sessions = sessionsOf(state);
      for (const person of sampleIds) {
        const place = placeOf(sessions, person);
        const rooms = openSessions(sessions).flatMap(open =>
          open.rooms.filter(room => peopleIn(sessions, room).includes(person)),
        );
        expect(rooms).toEqual(place ? [place.room] : []);
        if (place) expect(isOpenRoom(sessions, place.room)).toBe(true);
      }
    });
  });

  test('[M3] [M9] nobody sits who does not belong to the dialogue', () => {
    always(state => {
      for (const { seats } of openSessions(sessionsOf(state)))
        for (const person of Object.keys(seats)) expect(roleOf(state, person)).not.toBeNull();
    });
  });

  test('[M4] [M5] where admission is by lobby, nobody sits beyond it who is no host and was never admitted', () => {
    always(state => {
      for (const { admission, seats, admitted, session } of openSessions(sessionsOf(state))) {
        if (admission !== 'lobby') continue;
        for (const [person, { room }] of Object.entries(seats))
          if (room !== lobbyOf(session)) expect(admitted[person] === true || isHost(roleOf(state, person))).toBe(true);
      }
    });
  });

  test('[M6] a lost place is held for its time and not a moment longer', () => {
    steps((before, after, { at }) => {
      const held = (state: State) =>
        openSessions(sessionsOf(state)).flatMap(({ seats }) =>
          Object.values(seats).flatMap(({ lostAt }) => lostAt ?? []),
        );
      for (const lostAt of held(after.state)) expect(at - lostAt).toBeLessThan(120_000);
      expect(held(before.state).every(lostAt => at - lostAt < 120_000)).toBe(true);
    });
  });

  test('[M8] nobody has attended longer than the session has lasted, and the lobby counts nothing', () => {
    steps((_, after, { at }) => {
      for (const session of Object.values(sessionsOf(after.state))) {
        if (session.status !== 'open' && session.status !== 'closed') continue;
        const lasted = (session.status === 'closed' ? session.closedAt : at) - session.openedAt;
        for (const time of Object.values(session.attendance)) {
          expect(time).toBeGreaterThanOrEqual(0);
          expect(time).toBeLessThanOrEqual(lasted);
        }
      }
      const left = after.log.filter(({ kind }) => kind === 'sessions.left').length;
      const entered = after.log.filter(({ kind }) => kind === 'sessions.entered').length;
      expect(left).toBeLessThanOrEqual(entered);
    });
  });

  test('[M11] behind a door that a host has just locked nobody appears who was not inside before', () => {
    const [session = ''] = sampleSessions;
    const at = 1_600_000_100_000;
    const locked = play(rules, [{ by: ada, kind: 'sessions.lock', input: { session }, at }], play(rules, beginning));
    const anybody = fc.record({
      by: fc.constantFrom(...sampleIds),
      kind: fc.constantFrom('sessions.enter', 'sessions.leave'),
    });
    fc.assert(
      fc.property(fc.array(anybody, { minLength: 5, maxLength: 20 }), moves => {
        const sent = moves.map(({ by, kind }, step) => {
          const input = kind === 'sessions.enter' ? { session } : { room: plenaryOf(session) };
          return { by, kind, input, at: at + step };
        });
        const { state } = playRandom(rules, sent, locked);
        const seats = Object.keys(openSessions(sessionsOf(state))[0]?.seats ?? {});
        expect(seats.filter(person => ![ada, ben, cleo].includes(person))).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  test('[M11] behind a locked door nobody appears who was not inside before', () => {
    steps((before, after) => {
      const [was] = openSessions(sessionsOf(before.state));
      const now = was && sessionsOf(after.state)[was.session];
      if (was?.door !== 'locked' || now?.status !== 'open' || now.door !== 'locked') return;
      for (const person of Object.keys(now.seats))
        expect(
          was.seats[person] !== undefined || was.admitted[person] === true || isHost(roleOf(before.state, person)),
        ).toBe(true);
    });
  });

  test('[M12] nobody sends themselves out, and a facilitator sends out no host', () => {
    steps((before, after) => {
      for (const { kind, data, actor } of after.log.slice(before.log.length)) {
        const { person, reason } = data as { person: string; reason?: string };
        if (kind !== 'sessions.left' || (reason !== 'expelled' && reason !== 'barred')) continue;
        expect(person).not.toBe(actor);
        if (roleOf(before.state, String(actor)) === 'facilitator')
          expect(isHost(roleOf(before.state, person))).toBe(false);
      }
    });
  });

  test('[M13] who is barred sits nowhere until readmitted', () => {
    always(state => {
      for (const { sentOut, seats } of openSessions(sessionsOf(state)))
        for (const person of Object.keys(sentOut)) expect(seats[person]).toBeUndefined();
    });
  });

  test('[M18] a session that was said to close is closed when its minute is over, and no later', () => {
    steps((_, after, { at }) => {
      for (const { closesAt } of openSessions(sessionsOf(after.state)))
        if (closesAt !== null) expect(closesAt).toBeGreaterThan(at);
    });
  });

  test('[M19] what can be reopened was closed within the last 15 minutes, and nobody sits in what was just reopened', () => {
    steps((before, after, { at }) => {
      for (const { closedAt } of reopenable(sessionsOf(after.state))) expect(at - closedAt).toBeLessThan(15 * 60_000);
      for (const open of openSessions(sessionsOf(after.state)))
        if (sessionsOf(before.state)[open.session]?.status === 'closed') expect(open.seats).toEqual({});
    });
  });

  test('[M16] a role of one room belongs to an open room that is no lobby, and to somebody who hosts nothing by themselves', () => {
    always(state => {
      for (const { appointed, rooms } of openSessions(sessionsOf(state)))
        for (const [room, holders] of Object.entries(appointed)) {
          expect(rooms).toContain(room);
          expect(isLobby(room)).toBe(false);
          for (const role of Object.values(holders)) expect(['facilitator', 'note-taker']).toContain(role);
        }
    });
  });

  test('[M17] only hosts watch, open rooms besides their own, each once', () => {
    always(state => {
      const sessions = sessionsOf(state);
      for (const person of sampleIds) {
        const watches = watchesOf(sessions, person);
        if (watches.length === 0) continue;
        expect(isHost(roleOf(state, person))).toBe(true);
        expect(new Set(watches).size).toBe(watches.length);
        expect(watches).not.toContain(placeOf(sessions, person)?.room);
        for (const room of watches) expect(isOpenRoom(sessions, room)).toBe(true);
      }
    });
  });
});
