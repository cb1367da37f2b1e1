import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Play, passTime, playRandom } from '../../dialogue.samples.ts';
import { dialogueRules as rules, slices } from '../../dialogue.ts';
import type { RuleContext } from '../../kernel/context.ts';
import { ada } from '../../kernel/messages.samples.ts';
import { limits } from '../../limits.ts';
import { policies } from './floor.messages.ts';
import { type Floor, floorOf, namedIn } from './floor.state.ts';
import {
  after,
  ask,
  assembled,
  begin,
  connection,
  floorIn,
  here,
  id,
  people,
  room,
  rule,
  type Step,
  seen,
  session,
  start,
  step,
  waiting,
} from './meeting.samples.ts';

/** What happens in a room in any order: people ask, speak, pass and are cut off, hosts interfere, people come and go. */
const deeds = fc.array(
  fc.record({
    who: fc.constantFrom(...people),
    other: fc.constantFrom(...people),
    what: fc.constantFrom(
      'ask',
      'ask',
      'ask',
      'reply',
      'process',
      'withdraw',
      'restore',
      'done',
      'pass',
      'give',
      'take',
      'skip',
      'place',
      'begin',
      'end',
      'lose',
      'regain',
      'leave',
      'enter',
      'rule',
    ),
    number: fc.nat(6),
    wait: fc.constantFrom(1, 1_000, 20_000, 130_000),
  }),
  { maxLength: 50, size: 'max' },
);
type Deed = typeof deeds extends fc.Arbitrary<(infer One)[]> ? One : never;

function stepFor({ who, other, what, number }: Deed, from: Play, count: number): Step {
  const { queue, holder: turn, left } = here(from);
  const own = queue.find(({ person }) => person === who)?.item ?? id(0);
  const now = { room, turn: turn?.turn ?? 0 };
  switch (what) {
    case 'ask':
      return ask(who, id(count));
    case 'reply':
    case 'process':
      return ask(who, id(count), what);
    case 'withdraw':
      return step(who, what, { room, item: own });
    case 'restore':
      return step(who, what, { room, item: left[who]?.item ?? id(0) });
    case 'done':
    case 'pass':
      return step(turn?.person ?? who, what, now);
    case 'give':
      return step(ada, what, { room, person: other });
    case 'take':
      return step(ada, what, now);
    case 'skip':
      return step(ada, what, { room, item: own });
    case 'place':
      return step(ada, what, { room, item: own, to: number });
    case 'begin':
      return begin({ order: 'municipality', seed: number });
    case 'end':
      return step(ada, what, { room, round: id(99) });
    case 'lose':
    case 'regain':
      return connection(what, who);
    case 'leave':
      return { by: who, kind: 'sessions.leave', input: { room } };
    case 'enter':
      return { by: who, kind: 'sessions.enter', input: { session } };
    default:
      return rule({ policy: policies[number % policies.length], cap: 30, atEnd: number > 3 ? 'hand-over' : 'cue' });
  }
}

/** Carries deeds out, and looks at the state after each of them. */
function live(list: readonly Deed[], look: (now: Play, before: Play) => void): Play {
  let at = start;
  return list.reduce<Play>((before, deed, count) => {
    at += deed.wait;
    const now = playRandom(rules, [{ ...stepFor(deed, before, count + 1), at }], before);
    look(now, before);
    return now;
  }, assembled);
}

describe('the floor of a room', () => {
  test('[F1] [F4] [F5] [F7] whatever happens, one person holds it who sits there, and it is not free while somebody waits who is here', () => {
    fc.assert(
      fc.property(deeds, list => {
        live(list, now => {
          const floor = here(now);
          const { queue, round } = floor;
          const placeOf = (person: string) => rules.audienceOf(now.state, person)?.place?.room;
          for (const person of namedIn(floor)) {
            const isAway = queue.some(one => one.person === person && one.away !== null) || round !== null;
            expect(isAway || placeOf(person) === room).toBe(true);
          }
          if (floor.holder?.away === null) expect(placeOf(floor.holder.person)).toBe(room);
          const kinds = queue.map(({ person, as }) => (as === 'reply' ? as : `${person} ${as}`));
          expect(new Set(kinds).size).toBe(kinds.length);
          const { rule: policy } = floorOf(floorIn(now), session);
          const serves = policy.policy !== 'hand' || round !== null;
          if (!floor.holder && serves && !round) expect(queue.filter(({ away }) => away === null)).toEqual([]);
          if (!floor.holder) expect(round).toBeNull();
        });
      }),
      { numRuns: 150 },
    );
  });

  test('[F6] [F9] time does nothing before it is due, and is due no more once it has done it', () => {
    fc.assert(
      fc.property(deeds, list => {
        live(list, (now, before) => {
          const at = now.log.at(-1)?.at ?? start;
          const due = slices.floor.deadline?.(floorIn(now)) ?? Number.POSITIVE_INFINITY;
          const ticked = (when: number) => slices.floor.tick?.(floorIn(now), { now: when } as RuleContext) ?? [];
          if (due > at + 1) expect(ticked(Math.min(due - 1, at + 60_000))).toEqual([]);
          if (before === now || due === Number.POSITIVE_INFINITY) return;
          const after = passTime(rules, Math.max(due, at), now);
          const next = slices.floor.deadline?.(floorIn(after)) ?? Number.POSITIVE_INFINITY;
          expect(next).toBeGreaterThan(Math.max(due, at));
        });
      }),
      { numRuns: 60 },
    );
  });

  test('[F2] the order follows from what was recorded alone: told again from the log it is the same, and who waits in it is who waits', () => {
    fc.assert(
      fc.property(deeds, list => {
        const end = live(list, now => {
          expect([...waiting(now)].sort()).toEqual(
            here(now)
              .queue.map(({ person }) => person)
              .sort(),
          );
        });
        const own = end.log.filter(({ kind }) => kind.startsWith('floor.'));
        const again = own.reduce<Floor>((state, fact) => slices.floor.evolve(state, fact as never), {});
        expect(seen({ state: { floor: JSON.parse(JSON.stringify(again)) } })).toEqual(seen(end));
      }),
      { numRuns: 60 },
    );
  });

  test('[F11] what is shown tells nobody’s speaking time', () => {
    fc.assert(
      fc.property(deeds, list => {
        live(list, now => {
          expect(Object.keys(seen(now)).sort()).toEqual(['holder', 'queue', 'round', 'usual']);
          for (const one of seen(now).queue)
            expect(Object.keys(one).sort()).toEqual(['as', 'at', 'away', 'item', 'person', 'placed']);
        });
      }),
      { numRuns: 30 },
    );
  });

  test('[F8] a round asks everybody once, those who passed or were away once more, and ends after the last', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('done', 'pass', 'lose', 'regain'), { maxLength: 40, size: 'max' }),
        fc.constantFrom('random', 'municipality'),
        fc.nat(),
        (list, order, seed) => {
          let at = start;
          let now = after(assembled, at, begin({ order, seed, people: [] }));
          for (const what of list) {
            at += limits.floorGrace;
            const turn = here(now).holder;
            if (!turn) break;
            const one =
              what === 'lose' || what === 'regain'
                ? connection(what, people[at % people.length] ?? '')
                : step(turn.person, what, { room, turn: turn.turn });
            now = playRandom(rules, [{ ...one, at }], now);
          }
          const given = now.log.filter(
            ({ kind, data }) => kind === 'floor.given' && (data as { as: string }).as === 'round',
          );
          const turns = given.map(({ data }) => (data as { person: string }).person);
          for (const person of people) expect(turns.filter(one => one === person).length).toBeLessThanOrEqual(2);
          const { round } = here(now);
          const asked = now.log.flatMap(({ kind, data }) =>
            kind === 'floor.given' || kind === 'floor.missed' ? [(data as { person: string }).person] : [],
          );
          if (!round) expect([...new Set(asked)].sort()).toEqual([...people].sort());
        },
      ),
      { numRuns: 60 },
    );
  });
});
