import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  commandsOf,
  firstRoom,
  inBreakouts,
  type Play,
  passTime,
  play,
  playRandom,
  type Sent,
  secondRoom,
} from '../../dialogue.samples.ts';
import { dialogueRules as rules } from '../../dialogue.ts';
import { isHost } from '../../kernel/context.ts';
import { isLobby, plenaryOf } from '../../kernel/ids.ts';
import { ada, ben, cleo, dina, sampleIds, sampleSessions } from '../../kernel/messages.samples.ts';
import { limits } from '../../limits.ts';
import { openSessions, type Sessions } from '../sessions/sessions.state.ts';
import { type Breakouts, hasRoom, liveIn } from './breakouts.state.ts';
import type { BreakoutsView } from './breakouts.view.ts';

const breakoutsOf = ({ state }: Pick<Play, 'state'>) => state.breakouts as Breakouts;
const sessionsOf = ({ state }: Pick<Play, 'state'>) => state.sessions as Sessions;
const viewFor = (play: Play, person: string) => {
  const audience = rules.audienceOf(play.state, person);
  const slice = rules.slices.find(({ name }) => name === 'breakouts');
  return audience && slice ? { audience, view: rules.viewOf(play.state, slice, audience) as BreakoutsView } : null;
};

/** Half of the histories begin with breakouts open; each step is one command, and the time before it. */
function steps(holds: (before: Play, after: Play, sent: Sent) => void): void {
  fc.assert(
    fc.property(commandsOf(rules, 45, 'breakouts'), fc.boolean(), (history, isOpen) => {
      const start = isOpen ? inBreakouts.map(one => ({ ...one, at: 1_600_000_000_000 })) : [];
      let before = play(rules, start);
      for (const one of history) {
        before = passTime(rules, one.at, before);
        const after = playRandom(rules, [one], before);
        holds(before, after, one);
        before = after;
      }
    }),
    { numRuns: 100 },
  );
}

const wasAccepted = ({ outcomes }: Play) => outcomes.at(-1)?.ok === true;

describe('whatever is sent', () => {
  test('[B1] [B3] people are dealt to rooms that exist, and no room belongs to two groupings', () => {
    steps((_, after) => {
      const groupings = Object.values(breakoutsOf(after).groupings);
      for (const grouping of groupings)
        for (const room of Object.values(grouping.places)) expect(hasRoom(grouping, room)).toBe(true);
      const all = groupings.flatMap(({ rooms }) => rooms.map(({ room }) => room));
      expect(new Set(all).size).toBe(all.length);
    });
  });

  test('[B2] undo leads back to the places before, and redo forward again', () => {
    steps((before, after, { kind, input, at }) => {
      const { grouping = '' } = input as { grouping?: string };
      const [then, now] = [breakoutsOf(before).groupings[grouping], breakoutsOf(after).groupings[grouping]];
      if (!then || !now || now.past.length <= then.past.length || kind === 'breakouts.redo') return;
      const sent = (name: string): Sent => ({ by: ada, kind: `breakouts.${name}`, input: { grouping }, at });
      const back = playRandom(rules, [sent('undo')], after);
      expect(breakoutsOf(back).groupings[grouping]?.places).toEqual(then.places);
      const again = playRandom(rules, [sent('redo')], back);
      expect(breakoutsOf(again).groupings[grouping]?.places).toEqual(now.places);
    });
  });

  test('[B4] one grouping of an open session is live at most, and no grouping of a session that is not open', () => {
    steps((_, after) => {
      const open = openSessions(sessionsOf(after)).map(({ session }) => session);
      for (const [session, live] of Object.entries(breakoutsOf(after).live)) {
        expect(open).toContain(session);
        expect(live.session).toBe(session);
        expect(breakoutsOf(after).groupings[live.grouping]?.status).toBe('kept');
      }
    });
  });

  test('[B5] nobody is moved by time before five seconds have passed since they were told', () => {
    steps((before, after, { kind }) => {
      if (['breakouts.go', 'breakouts.enter', 'breakouts.close', 'sessions.close'].includes(kind)) return;
      for (const fact of after.log.slice(before.log.length)) expect(fact.kind).not.toBe('sessions.moved');
    });
    steps((_, after) => {
      for (const { movesAt, sent, openedAt } of Object.values(breakoutsOf(after).live)) {
        if (movesAt !== null) expect(movesAt - openedAt).toBe(limits.noticeOfMove);
        const toldAt = after.log.at(-1)?.at ?? 0;
        for (const { at } of Object.values(sent)) expect(at).toBeLessThanOrEqual(toldAt + limits.noticeOfMove);
      }
    });
  });

  test('[B6] [M22] everybody sits in one room that is open; without open breakouts in lobby or plenary', () => {
    steps((_, after) => {
      for (const { session, seats, rooms } of openSessions(sessionsOf(after))) {
        const live = liveIn(breakoutsOf(after), session);
        for (const { room } of Object.values(seats)) {
          expect(rooms).toContain(room);
          if (!live) expect(isLobby(room) || room === plenaryOf(session)).toBe(true);
        }
        const breakouts = rooms.filter(room => !isLobby(room) && room !== plenaryOf(session));
        expect([...breakouts].sort()).toEqual([...(live?.rooms ?? [])].sort());
      }
    });
  });

  test('[B8] who is no host goes by themselves only where the grouping lets them', () => {
    steps((before, after, { kind, by, input }) => {
      if (kind !== 'breakouts.enter' || !wasAccepted(after) || after.state === before.state) return;
      const { session, room } = input as { session: string; room: string };
      const live = liveIn(breakoutsOf(before), session);
      if (!live || isHost(rules.audienceOf(before.state, by)?.role ?? null)) return;
      const isOwn = live.places[by] === room || live.sent[by]?.room === room;
      const isBack = room === plenaryOf(session) && live.of.plenary === 'open';
      const isChosen = live.of.way === 'choice' || (live.of.late === 'choose' && live.places[by] === undefined);
      expect(isOwn || isBack || isChosen).toBe(true);
    });
  });

  test('[B9] [B10] [B11] who is no host sees no plan, into no room but their own, and nothing of where others go', () => {
    steps((_, after) => {
      for (const person of sampleIds) {
        const seen = viewFor(after, person);
        if (!seen || isHost(seen.audience.role)) continue;
        expect(seen.view.plan).toBe(null);
        for (const { hosts, inside } of Object.values(seen.view.live)) {
          expect(hosts).toBe(null);
          expect(Object.keys(inside)).toEqual([seen.audience.place?.room]);
        }
      }
    });
  });

  test('[B12] no breakouts end before half a minute after their time was changed', () => {
    steps((_, after, { kind, at }) => {
      if (!wasAccepted(after) || !['breakouts.time', 'breakouts.stay'].includes(kind)) return;
      for (const { endsAt, closing } of Object.values(breakoutsOf(after).live))
        if (kind === 'breakouts.time' || !closing) expect(endsAt ?? Number.POSITIVE_INFINITY).toBeGreaterThan(at);
    });
  });

  test('[M23] what is kept of visits adds up to time that was spent in breakouts, and no two of one person overlap', () => {
    steps((_, after) => {
      for (const session of Object.values(sessionsOf(after))) {
        if (session.status !== 'open' && session.status !== 'closed') continue;
        const all = Object.values(session.visits).flat();
        for (const { from, to } of all) expect(to).toBeGreaterThanOrEqual(from);
        for (const [at, one] of all.entries())
          for (const other of all.slice(at + 1))
            if (one.person === other.person) expect(one.to <= other.from || other.to <= one.from).toBe(true);
      }
    });
  });
});

describe('what two people do at once', () => {
  const at = 1_600_000_000_000;
  const sent = (by: string, kind: string, input: object): Sent => ({ by, kind, input, at });
  const open = play(
    rules,
    inBreakouts.map(one => ({ ...one, at })),
  );
  const [session = ''] = sampleSessions;
  /** Each concerns another person, so that the order in which they arrive must not matter. */
  const independent: readonly Sent[] = [
    sent(ada, 'breakouts.move', { session, people: [cleo], room: secondRoom }),
    sent(ben, 'breakouts.enter', { session, room: firstRoom }),
    sent(ada, 'breakouts.time', { session, minutes: 5 }),
    sent(dina, 'sessions.enter', { session }),
    sent('engine', 'sessions.lose', { person: cleo }),
    sent(ada, 'sessions.listen', { room: secondRoom, on: true }),
    sent(ada, 'breakouts.describe', { grouping: ada, room: null, field: 'task', language: 'en', text: 'Water' }),
    sent(cleo, 'breakouts.help', { room: firstRoom, text: '' }),
    sent(ben, 'sessions.leave', { room: secondRoom }),
  ];
  const seatsAfter = (order: readonly Sent[]) => {
    const after = passTime(rules, at + limits.noticeOfMove, playRandom(rules, order, open));
    return openSessions(sessionsOf(after)).map(({ seats }) =>
      Object.fromEntries(Object.entries(seats).map(([person, { room, lostAt }]) => [person, { room, lostAt }])),
    );
  };

  test('moves commute with joins, leaves and everything else: whoever does not meet in one person ends where they would', () => {
    const about = ({ by, kind }: Sent) => (kind === 'breakouts.move' || by === 'engine' ? cleo : by);
    fc.assert(
      fc.property(fc.subarray([...independent], { minLength: 2 }), fc.infiniteStream(fc.nat()), (some, chance) => {
        // Of each person one thing, as two of one person have an order.
        const chosen = some.filter((one, index) => some.findIndex(other => about(other) === about(one)) === index);
        const order = chosen
          .map(one => ({ one, place: chance.next().value }))
          .sort((a, b) => Number(a.place) - Number(b.place))
          .map(({ one }) => one);
        expect(seatsAfter(order)).toEqual(seatsAfter(chosen));
      }),
      { numRuns: 100 },
    );
  });
});
